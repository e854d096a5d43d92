import { KilnError } from "./errors.ts";

/**
 * A library that is not among Kiln's dependencies, because only one form of rows needs it.
 *
 * @param what Such as "Parquet".
 * @param spec What to install.
 * @throws {KilnError} "usage" when it is not installed.
 */
export async function optionalLibrary<Library>(load: () => Promise<Library>, what: string, spec: string): Promise<Library> {
  try {
    return await load();
  } catch (error) {
    const missing = error instanceof Error && "code" in error && String(error.code).includes("MODULE_NOT_FOUND");
    if (!missing) throw error;
    throw new KilnError(
      "usage",
      `kiln reads ${what} with ${spec.replace(/(?<=.)@[^@]+$/, "")}, which is not installed; npm install --save-dev ${spec}`,
    );
  }
}

/** The versions that Kiln is tested with. */
export const duckdbSpec = "@duckdb/node-api@1.5.6-r.1";
export const sqliteSpec = "node-sqlite3-wasm@0.8.60";
export const pgSpec = "pg@8.23.1";
