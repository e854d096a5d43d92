/** Checks one value and answers with the first objection ("task.kind: found null, expected a text"), or null. */
export type Shape = (value: unknown, at: string) => string | null;

export const text: Shape = primitive("string", "a text");
export const number: Shape = primitive("number", "a number");
export const flag: Shape = primitive("boolean", "true or false");

/** A text, a number, true, false, null, or a record or list of anything: what a candidate's case may hold. */
export const anything: Shape = () => null;

export function nullable(shape: Shape): Shape {
  return (value, at) => (value === null ? null : shape(value, at));
}

export function list(shape: Shape): Shape {
  return (value, at) => {
    if (!Array.isArray(value)) return objection(value, at, "a list");
    return first(value.map((one: unknown, i) => () => shape(one, `${at}[${String(i)}]`)));
  };
}

/** A record with at least these fields. */
export function fields(shapes: Readonly<Record<string, Shape>>): Shape {
  return (value, at) => {
    if (!isRecord(value)) return objection(value, at, "a record");
    return first(
      Object.entries(shapes).map(
        ([key, shape]) =>
          () =>
            shape(value[key], at === "" ? key : `${at}.${key}`),
      ),
    );
  };
}

/** A record whose `kind` chooses the other fields. */
export function kinds(arms: Readonly<Record<string, Shape>>): Shape {
  const known = new Map(Object.entries(arms));
  return (value, at) => {
    const kind = isRecord(value) ? value["kind"] : undefined;
    const arm = typeof kind === "string" ? known.get(kind) : undefined;
    return arm === undefined ? objection(kind, `${at}.kind`, [...known.keys()].join(" or ")) : arm(value, at);
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function primitive(type: "string" | "number" | "boolean", expected: string): Shape {
  return (value, at) => (typeof value === type ? null : objection(value, at, expected));
}

function objection(value: unknown, at: string, expected: string): string {
  const found =
    value === undefined
      ? "nothing"
      : typeof value === "object"
        ? value === null
          ? "null"
          : Array.isArray(value)
            ? "a list"
            : "a record"
        : JSON.stringify(value);
  return `${at === "" ? "the whole" : at}: found ${found}, expected ${expected}`;
}

function first(checks: readonly (() => string | null)[]): string | null {
  for (const check of checks) {
    const found = check();
    if (found !== null) return found;
  }
  return null;
}
