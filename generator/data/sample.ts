/** The kept items of a stream, and how many there were. */
interface Sample<Item> {
  readonly add: (key: string, item: Item) => void;
  /** In order of arrival. */
  readonly items: () => Item[];
  readonly seen: () => number;
}

/**
 * Keeps the `size` items whose keys have the lowest hashes (bottom-k sampling; Cohen and Kaplan 2007). Which ones these are depends on the
 * keys alone: not on the order, nor on chance, and hardly on rows that come or go. Items of one key stay or go together, except at the edge.
 * Memory: at most twice `size` items.
 */
export function openSample<Item>(size: number): Sample<Item> {
  let held: { readonly hash: number; readonly at: number; readonly item: Item }[] = [];
  let limit = Infinity;
  let seen = 0;
  const prune = (): void => {
    if (held.length <= size) return;
    held = held.toSorted((a, b) => a.hash - b.hash || a.at - b.at).slice(0, size);
    limit = held.at(-1)?.hash ?? Infinity;
  };
  return {
    add: (key, item) => {
      const hash = keyHash(key);
      const at = seen++;
      if (hash > limit) return;
      held.push({ hash, at, item });
      if (held.length >= 2 * size) prune();
    },
    items: () => {
      prune();
      return held.toSorted((a, b) => a.at - b.at).map(({ item }) => item);
    },
    seen: () => seen,
  };
}

/** 53 bits over UTF-16 units: two lanes of multiply and xor, mixed into one another at the end (cyrb53, public domain). */
function keyHash(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
