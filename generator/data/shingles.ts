import { lowerCase } from "./lower-case.ts";
/**
 * The words of a text in small letters; a run of digits is "0", ideographs and what lies beyond the basic plane count one by one.
 * Only code points decide, so every engine and Unicode version agrees.
 */
export function tokens(text: string): readonly string[] {
  const words = text.match(/[a-zA-Z\u00aa-\u1fff\u2c00-\u2e7f]+|\d+|[\u2e80-\uffff]/g) ?? [];
  return words.map((word) => (word < ":" ? "0" : lowerCase(word)));
}

/** Hashes of the word triples (the whole when there are fewer words), sorted, each once. */
export function shingles(words: readonly string[]): Uint32Array {
  const hashes = words.map(hashText);
  const width = Math.min(3, words.length);
  const set = new Set<number>();
  for (let i = 0; i + width <= hashes.length; i++) {
    let hash = 0;
    for (let k = 0; k < width; k++) hash = mix(Math.imul(hash, 31) + (hashes[i + k] ?? 0));
    set.add(hash);
  }
  return Uint32Array.from(set).toSorted();
}

/** MinHash: `size` minima under as many hash functions. Two sets agree in a place with probability equal to their resemblance. */
export function signature(set: Uint32Array, size: number): Uint32Array {
  const minima = new Uint32Array(size).fill(0xffffffff);
  for (const member of set) {
    for (let k = 0; k < size; k++) {
      const hash = mix(member ^ Math.imul(k + 1, 0x9e3779b1));
      if (hash < minima[k]!) minima[k] = hash;
    }
  }
  return minima;
}

/** FNV-1a over UTF-16 units, finished by a mixer. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** The finisher of MurmurHash3 (Austin Appleby): every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
