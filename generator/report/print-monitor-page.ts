import { html, page, tableOf } from "./html.ts";

/** What the page of a monitoring shows: texts, decided by whoever calls. */
interface MonitorPage {
  readonly pipeline: string;
  readonly sentence: string;
  readonly alarms: readonly string[];
  readonly drifts: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly figures: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } | null;
}

/** A monitoring as one page. */
export function printMonitorPage({ pipeline, sentence, alarms, drifts, figures }: MonitorPage): string {
  return page(`${pipeline}: monitoring`, [
    html`<h1>${pipeline}</h1>
      <p>${sentence}</p>
      <h2>Alarms</h2>
      ${
        alarms.length === 0
          ? html`<p class="good">None.</p>`
          : html`<ul>
              ${alarms.map((alarm) => html`<li class="bad">${alarm}</li>`)}
            </ul>`
      }
      <h2>What moved most</h2>
      ${tableOf("Drift", drifts.head, drifts.rows, new Set([2, 3]))}
      ${
        figures === null
          ? html``
          : html`<h2>Figures</h2>
              ${tableOf("Figures", figures.head, figures.rows, new Set([1, 2]))}`
      }`,
  ]);
}
