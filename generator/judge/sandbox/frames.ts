/** Bytes of a frame: two lengths (u32, little endian), a JSON head, a text body. */
export function frame(head: unknown, body: readonly Buffer[]): readonly Buffer[] {
  const headBytes = Buffer.from(JSON.stringify(head));
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32LE(headBytes.length, 0);
  lengths.writeUInt32LE(
    body.reduce((sum, part) => sum + part.length, 0),
    4,
  );
  return [lengths, headBytes, ...body];
}

/** A frame as it came out of the child, its head not yet believed. */
export interface RawFrame {
  readonly head: string;
  readonly body: string;
}

/** Takes bytes as they come; calls back once a frame, and once for a frame above `maxBytes`, after which it is deaf. */
export function frameReader(maxBytes: number, onFrame: (frame: RawFrame) => void, onOversized: () => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let held = 0;
  let deaf = false;
  return (chunk) => {
    if (deaf) return;
    chunks.push(chunk);
    held += chunk.length;
    while (held >= 8) {
      const first = chunks[0]!.length < 8 ? Buffer.concat(chunks) : chunks[0]!;
      const headLength = first.readUInt32LE(0);
      const length = 8 + headLength + first.readUInt32LE(4);
      if (length > maxBytes) {
        deaf = true;
        return onOversized();
      }
      if (held < length) return;
      const all = Buffer.concat(chunks);
      chunks = [all.subarray(length)];
      held -= length;
      onFrame({ head: all.toString("utf8", 8, 8 + headLength), body: all.toString("utf8", 8 + headLength, length) });
    }
  };
}
