/** HTML that is already safe: made by `html`, or by a chart. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | readonly Html[];

/** A template of HTML: what stands in it is escaped, unless it is HTML itself. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: texts.map((text, k) => text + (k < parts.length ? textOf(parts[k]!) : "")).join("") };
}

function textOf(part: Part): string {
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return escaped(part);
  return "html" in part ? part.html : part.map((one) => one.html).join("");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replace(/(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}

/** A table that scrolls on its own where the page is narrow; numbers to the right, and mostly numbers without line breaks. */
export function tableOf(
  label: string,
  head: readonly string[],
  rows: readonly (readonly (string | Html)[])[],
  numbers: ReadonlySet<number> = new Set(),
): Html {
  const cell = (value: string | Html, k: number): Html => (numbers.has(k) ? html`<td class="n">${value}</td>` : html`<td>${value}</td>`);
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">
    <table${numbers.size > 2 ? html` class="figures"` : ""}>
      <thead>
        <tr>
          ${head.map((name, k) => (numbers.has(k) ? html`<th scope="col" class="n">${name}</th>` : html`<th scope="col">${name}</th>`))}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map(cell)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A page that needs nothing else: no script, no network, light and dark by the reader's own setting. */
export function page(title: string, body: readonly Html[]): string {
  const found = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          ${{ html: style }}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html> `;
  return found.html;
}

const style = `
:root { --text: #1c1f23; --dim: #565d66; --ground: #fff; --panel: #f5f6f8; --line: #d5d9de; --accent: #1f5fbf; --bad: #a3271f; --good: #1d6b34; }
@media (prefers-color-scheme: dark) { :root { --text: #e7e9ec; --dim: #a9b0b9; --ground: #14171a; --panel: #1e2226; --line: #3a4047; --accent: #7fb0ff; --bad: #ff9a91; --good: #7fd598; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.7rem; margin: 0 0 .25rem; } h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; } h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
p { margin: .4rem 0; max-width: 46rem; overflow-wrap: anywhere; } .dim { color: var(--dim); } .good { color: var(--good); } .bad { color: var(--bad); }
.scroll { overflow-x: auto; margin: .5rem 0; } table { border-collapse: collapse; font-size: .9rem; }
th, td { text-align: left; padding: .3rem .7rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; } th { font-weight: 600; } .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.figures td { white-space: nowrap; }
.heat td, .heat th { text-align: center; padding: .35rem .6rem; } .heat th[scope=row] { text-align: left; }
pre { background: var(--panel); padding: .75rem; overflow-x: auto; font: .8rem/1.45 ui-monospace, monospace; border-radius: 4px; } code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
details { margin: .4rem 0; } summary { cursor: pointer; } a { color: var(--accent); }
svg { max-width: 100%; height: auto; display: block; color: var(--text); } svg text { fill: currentColor; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;
