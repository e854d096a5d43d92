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
  /** Which entry an n-gram of a single word is. */
  readonly entryOf: ReadonlyMap<string, number>;
  /** Numbers of the words that occur in pairs, and which entry a pair is: word a before word b is `a * placeOf.size + b`. */
  readonly placeOf: ReadonlyMap<string, number>;
  readonly pairOf: ReadonlyMap<number, number>;
  /** Words that came by, so that a common word is taken apart once; emptied when it is full. It changes no answer. */
  readonly seen: Map<string, SeenWord>;
  /** Scratch: how often each entry occurs in the row at hand, 0 between rows; and the entries that do, in order of first occurrence. */
  readonly counts: Int32Array;
  readonly found: Int32Array;
}

/** What a lexicon has of a word: the entries of the word alone, in order, and its number among the words of pairs, or −1. */
interface SeenWord {
  readonly entries: readonly number[];
  readonly place: number;
}

/** Most words that a lexicon remembers. */
const MAX_SEEN = 20_000;

/** Makes a lexicon ready; once, at start. */
export function indexLexicon({ bias, entries }: LexiconTable): LexiconIndex {
  const ngrams = entries.map((entry, e) => [entry[0], e] as const);
  const pairs = ngrams.filter(([ngram]) => ngram.includes(" ")).map(([ngram, e]) => [ngram.split(" ", 2), e] as const);
  const placeOf = new Map([...new Set(pairs.flatMap(([words]) => words))].map((word, place) => [word, place]));
  return {
    bias: Float64Array.from(bias),
    idf: Float64Array.from(entries, (entry) => entry[1]),
    weights: Float64Array.from(entries.flatMap((entry) => entry[2])),
    entryOf: new Map(ngrams),
    placeOf,
    pairOf: new Map(pairs.map(([[first, second], e]) => [placeOf.get(first!)! * placeOf.size + placeOf.get(second!)!, e])),
    seen: new Map(),
    counts: new Int32Array(entries.length),
    found: new Int32Array(entries.length),
  };
}

/** Takes a word apart and remembers it. */
function seeWord({ entryOf, placeOf, seen }: LexiconIndex, word: string): SeenWord {
  const entries: number[] = [];
  for (const ngram of ngramsOf(word)) {
    const entry = entryOf.get(ngram);
    if (entry !== undefined) entries.push(entry);
  }
  const fresh = { entries, place: placeOf.get(word) ?? -1 };
  if (seen.size >= MAX_SEEN) seen.clear();
  seen.set(word, fresh);
  return fresh;
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
  const end = at + bias.length;
  out.fill(0, at, end);
  let squares = 0;
  for (let i = 0; i < size; i++) {
    const entry = found[i]!;
    const x = Math.sqrt(counts[entry]!) * idf[entry]!;
    counts[entry] = 0;
    squares += x * x;
    for (let k = at, w = entry * bias.length; k < end; k++, w++) out[k]! += x * weights[w]!;
  }
  const norm = Math.sqrt(squares);
  for (let k = 0; k < bias.length; k++) out[at + k] = squares === 0 ? Number.NaN : bias[k]! + out[at + k]! / norm;
}

/** Fills `counts` and `found`; returns how many entries occur. */
function countEntries(lexicon: LexiconIndex, texts: readonly (readonly string[])[]): number {
  const { placeOf, pairOf, seen, counts, found } = lexicon;
  let size = 0;
  for (const text of texts) {
    let previous = -1;
    for (const word of text) {
      const { entries, place } = seen.get(word) ?? seeWord(lexicon, word);
      for (let i = 0; i < entries.length; i++) {
        const entry = entries[i]!;
        if (counts[entry]!++ === 0) found[size++] = entry;
      }
      const pair = previous < 0 || place < 0 ? undefined : pairOf.get(previous * placeOf.size + place);
      if (pair !== undefined && counts[pair]!++ === 0) found[size++] = pair;
      previous = place;
    }
  }
  return size;
}
