import { resolveConfig } from "../../generator/config.ts";
import { loadRows } from "../../generator/load-rows.ts";
import type { Dataset } from "../../generator/types.ts";
import { readTable, writeRows } from "./sets.ts";
import { tableConfig } from "./table-config.ts";

/** Some rows of a table as a run reads them, in the order given. Near-duplicates are rows of their own here, as in the published protocols. */
export async function tableDataset(name: string, chosen: readonly number[], part: string): Promise<Dataset> {
  const { header, rows } = readTable(name);
  const file = writeRows(`${name}-${part}.csv`, { header, rows: chosen.map((i) => rows[i]!) });
  const { data, ...config } = tableConfig(name);
  const { dataset } = await loadRows(resolveConfig({ ...config, data: { ...data, file } }, "."));
  return { ...dataset, groups: Int32Array.from(dataset.groups.keys()) };
}
