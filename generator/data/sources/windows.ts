/** What a parser makes of the bytes that are there: what it read, and how many bytes it is done with. */
export interface Part<Item> {
  readonly items: readonly Item[];
  readonly used: number;
}

/**
 * Feeds a parser from chunks: it is given all bytes that are not used up, and whether they are the last. While it uses nothing the bytes
 * double before it is asked again, so that a long record costs no square of its length.
 */
export async function* parseChunks<Item>(
  chunks: AsyncIterable<Buffer>,
  parse: (bytes: Buffer, last: boolean) => Part<Item>,
): AsyncGenerator<readonly Item[]> {
  let held: Buffer[] = [];
  let size = 0;
  let enough = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size < enough) continue;
    const bytes = Buffer.concat(held);
    const { items, used } = parse(bytes, false);
    if (items.length > 0) yield items;
    held = [bytes.subarray(used)];
    size -= used;
    enough = used === 0 ? 2 * size : 0;
  }
  const { items } = parse(Buffer.concat(held), true);
  if (items.length > 0) yield items;
}
