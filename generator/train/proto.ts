/** One field of a message of Protocol Buffers: its number, and a varint, a string or bytes. */
type Field = readonly [number: number, value: number | string | Uint8Array];

/** A message: varints as they are, everything else with its length before it. */
export function message(...fields: readonly Field[]): Uint8Array {
  return Buffer.concat(
    fields.map(([number, value]) => {
      if (typeof value === "number") return Buffer.concat([varint(number << 3), varint(value)]);
      const bytes = typeof value === "string" ? Buffer.from(value) : value;
      return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
    }),
  );
}

/** Numbers of single precision, field after field. */
export function floats(number: number, values: readonly number[]): Uint8Array {
  return Buffer.concat(values.map((value) => Buffer.concat([varint((number << 3) | 5), new Uint8Array(Float32Array.of(value).buffer)])));
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Uint8Array.from([...bytes, rest]);
}
