import { KilnError } from "../../errors.ts";
import { labelOf, type Place } from "../../place.ts";
import { openSource } from "../sources/open-source.ts";

/** The first rows of a source, by column. */
export interface Survey {
  readonly place: Place;
  readonly names: readonly string[];
  /** One list a column, in the order of the names, equally long; null where the source has no cell. */
  readonly cells: readonly (readonly (string | null)[])[];
}

const surveyRows = 5000;
/** Columns beyond these are left out of a first config. */
const surveyColumns = 300;
const delimiters = [",", ";", "\t", "|"];

/**
 * Looks at the first rows of a source, of CSV by the delimiter that makes most columns of equal width.
 *
 * @throws {KilnError} "data" when there are no rows to look at.
 */
export async function readSurvey(place: Place): Promise<Survey> {
  const chosen = place.kind === "csv" ? await withDelimiter(place) : place;
  const names = (await firstRows(chosen, [], 1)).names.slice(0, surveyColumns);
  const { records } = await firstRows(chosen, names, surveyRows);
  if (records.length === 0) throw new KilnError("data", `${labelOf(place)} has no readable row; expected rows`);
  return { place: chosen, names, cells: names.map((_, k) => records.map((record) => record[k] ?? null)) };
}

async function withDelimiter(place: Extract<Place, { kind: "csv" }>): Promise<Place> {
  const ways: { readonly place: Place; readonly columns: number; readonly rejects: number }[] = [];
  for (const delimiter of new Set([place.delimiter, ...delimiters])) {
    const way = { ...place, delimiter };
    const { names, rejects } = await firstRows(way, [], 200).catch((error: unknown) => {
      if (!(error instanceof KilnError) || delimiter === place.delimiter) throw error;
      return { names: [], rejects: 1 };
    });
    ways.push({ place: way, columns: names.length, rejects });
  }
  const [best] = ways.toSorted((a, b) => a.rejects - b.rejects || b.columns - a.columns);
  const [whole] = ways.filter(({ columns }) => columns > 1).toSorted((a, b) => a.rejects - b.rejects || b.columns - a.columns);
  return (whole ?? best)?.place ?? place;
}

async function firstRows(
  place: Place,
  names: readonly string[],
  most: number,
): Promise<{ readonly names: readonly string[]; readonly records: readonly (readonly (string | null)[])[]; readonly rejects: number }> {
  const { batches, facts } = await openSource(
    place,
    names.map((name) => ({ name, role: "column" })),
  );
  const records: (readonly (string | null)[])[] = [];
  let rejects = 0;
  for await (const batch of batches) {
    for (const record of batch.slice(0, most - records.length)) {
      if ("reason" in record) rejects++;
      else records.push(record.cells);
    }
    if (records.length + rejects >= most) break;
  }
  return { names: facts().names, records, rejects };
}
