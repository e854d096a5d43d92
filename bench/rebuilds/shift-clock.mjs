// Preloaded into a rebuild: its clock starts at CLOCK and runs from there.
const start = Date.parse(process.env["CLOCK"] ?? "");
const began = performance.now();
const Real = Date;
const now = () => Math.floor(start + performance.now() - began);

globalThis.Date = class extends Real {
  constructor(...values) {
    if (values.length === 0) super(now());
    else super(...values);
  }
  static now() {
    return now();
  }
};
