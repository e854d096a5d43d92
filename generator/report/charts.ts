import type { TopLevelSpec } from "vega-lite";
import type { Html } from "./html.ts";

/** Colours come from the page, so that one picture serves light and dark. */
const config = {
  background: "transparent",
  font: "system-ui, sans-serif",
  axis: {
    labelColor: "currentColor",
    titleColor: "currentColor",
    tickColor: "var(--line)",
    domainColor: "var(--line)",
    gridColor: "var(--line)",
    gridOpacity: 0.5,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: "normal",
    labelLimit: 320,
  },
  view: { stroke: null },
} as const;

const width = 260;

/** One named value with its interval. */
export interface Ranged {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Values with their intervals, one a line, in the order given. */
export function rangesChart(label: string, values: readonly Ranged[], unit: string): Promise<Html> {
  return svg(label, {
    width,
    height: { step: 22 },
    data: { values: values.map((one) => ({ ...one })) },
    encoding: { y: { field: "name", type: "nominal", sort: null, title: null } },
    layer: [
      {
        mark: { type: "rule", color: "var(--line)", strokeWidth: 2 },
        encoding: { x: { datum: 0 }, y: { value: 0 }, y2: { value: "height" } },
      },
      {
        mark: { type: "rule", color: "var(--accent)", strokeWidth: 2 },
        encoding: { x: { field: "low", type: "quantitative", title: unit }, x2: { field: "high" } },
      },
      {
        mark: { type: "point", filled: true, color: "var(--accent)", opacity: 1, size: 60 },
        encoding: { x: { field: "value", type: "quantitative" } },
      },
    ],
  });
}

/** Rows that were told about the same probability: its mean, and the share of them that was right, with its interval. */
export interface Bin {
  readonly said: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
  readonly rows: number;
}

/** Mean probability that was said against the share that was true, by bin; the dashed line is where both are equal. */
export function reliabilityChart(bins: readonly Bin[]): Promise<Html> {
  const scale = { domain: [0, 1] };
  return svg("Reliability: probability said against share that was right", {
    width: 280,
    height: 280,
    layer: [
      {
        data: { values: [{ at: 0 }, { at: 1 }] },
        mark: { type: "line", color: "var(--dim)", strokeDash: [4, 4] },
        encoding: { x: { field: "at", type: "quantitative", scale }, y: { field: "at", type: "quantitative", scale } },
      },
      {
        data: { values: bins.map((bin) => ({ ...bin })) },
        mark: { type: "rule", color: "var(--accent)", strokeWidth: 2 },
        encoding: {
          x: { field: "said", type: "quantitative", scale },
          y: { field: "low", type: "quantitative", scale },
          y2: { field: "high" },
        },
      },
      {
        data: { values: bins.map((bin) => ({ ...bin })) },
        mark: { type: "point", filled: true, color: "var(--accent)", opacity: 1, size: 60 },
        encoding: {
          x: { field: "said", type: "quantitative", title: "probability said", scale },
          y: { field: "right", type: "quantitative", title: "share that was right", scale },
        },
      },
    ],
  });
}

/** Draws without a browser; the same specification gives the same bytes. The libraries are a quarter of the command's start, so only who draws loads them. */
async function svg(label: string, spec: object): Promise<Html> {
  const [{ parse, View }, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  const { spec: compiled } = compile({ $schema: "", config, ...spec } as TopLevelSpec);
  const view = new View(parse(compiled), { renderer: "none" });
  const text = await view.toSVG();
  view.finalize();
  const title = label.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  return { html: text.replace(/ role="[^"]*"| aria-[a-z]+="[^"]*"/g, "").replace("<svg", `<svg role="img" aria-label="${title}"`) };
}
