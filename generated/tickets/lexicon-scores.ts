import { ngramsOf, wordsOf } from "./runtime.ts";

/** A linear model over n-grams: for each its inverse document frequency and one weight per score. */
export interface LexiconTable {
  readonly bias: readonly number[];
  readonly entries: readonly (readonly [ngram: string, idf: number, weights: readonly number[]])[];
}

/** A lexicon ready to be asked. Entry e has weights from `e * bias.length` on. */
export interface LexiconIndex {
  readonly bias: Float64Array;
  readonly idf: Float64Array;
  readonly weights: Float64Array;
  /** Which entry an n-gram is. */
  readonly entryOf: ReadonlyMap<string, number>;
  /** Entries of words that came by, so that a common word is taken apart once; emptied when it is full. It changes no answer. */
  readonly seen: Map<string, readonly number[]>;
  /** Scratch: how often each entry occurs in the row at hand, 0 between rows; and the entries that do, in order of first occurrence. */
  readonly counts: Int32Array;
  readonly found: Int32Array;
}

/** Most words that a lexicon remembers. */
const MAX_SEEN = 20_000;

/** Makes a lexicon ready; once, at start. */
export function indexLexicon({ bias, entries }: LexiconTable): LexiconIndex {
  return {
    bias: Float64Array.from(bias),
    idf: Float64Array.from(entries, (entry) => entry[1]),
    weights: Float64Array.from(entries.flatMap((entry) => entry[2])),
    entryOf: new Map(entries.map((entry, e) => [entry[0], e])),
    seen: new Map(),
    counts: new Int32Array(entries.length),
    found: new Int32Array(entries.length),
  };
}

/** The entries that a word alone has, in order. */
function entriesOf({ entryOf, seen }: LexiconIndex, word: string): readonly number[] {
  const known = seen.get(word);
  if (known !== undefined) return known;
  const entries: number[] = [];
  for (const ngram of ngramsOf(word)) {
    const entry = entryOf.get(ngram);
    if (entry !== undefined) entries.push(entry);
  }
  if (seen.size >= MAX_SEEN) seen.clear();
  seen.set(word, entries);
  return entries;
}

/**
 * Scores of the texts of a row: bias + Σ weight × x, where x is √count × idf, scaled so that Σ x² is 1.
 * All missing where no n-gram is known. Writes as many numbers as the lexicon has biases.
 */
export function lexiconScores(lexicon: LexiconIndex, texts: readonly (string | null)[], out: Float64Array, at: number): void {
  lexiconScoresOf(lexicon, texts.map(wordsOf), out, at);
}

/** As `lexiconScores`, of texts whose words are known. */
export function lexiconScoresOf(lexicon: LexiconIndex, texts: readonly (readonly string[])[], out: Float64Array, at: number): void {
  const { bias, idf, weights, counts, found } = lexicon;
  const size = countEntries(lexicon, texts);
  out.fill(0, at, at + bias.length);
  let squares = 0;
  for (let i = 0; i < size; i++) {
    const entry = found[i]!;
    const x = Math.sqrt(counts[entry]!) * idf[entry]!;
    counts[entry] = 0;
    squares += x * x;
    for (let k = 0; k < bias.length; k++) out[at + k]! += x * weights[entry * bias.length + k]!;
  }
  const norm = Math.sqrt(squares);
  for (let k = 0; k < bias.length; k++) out[at + k] = squares === 0 ? Number.NaN : bias[k]! + out[at + k]! / norm;
}

/** Fills `counts` and `found`; returns how many entries occur. */
function countEntries(lexicon: LexiconIndex, texts: readonly (readonly string[])[]): number {
  const { entryOf, counts, found } = lexicon;
  let size = 0;
  for (const text of texts) {
    let previous: string | null = null;
    for (const word of text) {
      for (const entry of entriesOf(lexicon, word)) if (counts[entry]!++ === 0) found[size++] = entry;
      const pair = previous === null ? undefined : entryOf.get(`${previous} ${word}`);
      if (pair !== undefined && counts[pair]!++ === 0) found[size++] = pair;
      previous = word;
    }
  }
  return size;
}
