/** The kept items of a stream, and how many there were. */
interface Sample<Item> {
  readonly add: (key: string, item: Item) => void;
  /** In order of arrival. */
  readonly items: () => Item[];
  readonly seen: () => number;
}

/** The most that a sample may hold: items, and the sum of their sizes. */
interface Bounds<Item> {
  readonly items: number;
  readonly size: number;
  readonly sizeOf: (item: Item) => number;
}

/**
 * Keeps the items whose keys have the lowest hashes (bottom-k sampling; Cohen and Kaplan 2007), as many as the bounds allow, but one. Which
 * ones these are depends on keys and sizes alone: not on the order, nor on chance, and hardly on rows that come or go. Items of one key stay
 * or go together, except at the edge. Memory: at most twice the bounds and one item.
 */
export function openSample<Item>(bounds: Bounds<Item>): Sample<Item> {
  let held: { readonly hash: number; readonly at: number; readonly size: number; readonly item: Item }[] = [];
  let heldSize = 0;
  let limit = Infinity;
  let seen = 0;
  const prune = (): void => {
    if (held.length <= bounds.items && heldSize <= bounds.size) return;
    const sorted = held.toSorted((a, b) => a.hash - b.hash || a.at - b.at).slice(0, bounds.items);
    let size = 0;
    const over = sorted.findIndex((one, i) => (size += one.size) > bounds.size && i > 0);
    held = over === -1 ? sorted : sorted.slice(0, over);
    heldSize = held.reduce((sum, one) => sum + one.size, 0);
    limit = held.at(-1)?.hash ?? Infinity;
  };
  return {
    add: (key, item) => {
      const hash = keyHash(key);
      const at = seen++;
      if (hash > limit) return;
      const size = bounds.sizeOf(item);
      held.push({ hash, at, size, item });
      heldSize += size;
      if (held.length >= 2 * bounds.items || heldSize >= 2 * bounds.size) prune();
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
