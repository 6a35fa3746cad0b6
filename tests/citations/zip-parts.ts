// The parts of a zip (a Word document is one), read by its central directory (PKWARE APPNOTE 4.3.12): name → text.
import { inflateRawSync } from 'node:zlib';

export function zipParts(zip: Buffer): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6])) + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    const [length = 0, extra = 0, comment = 0] = [nameLength, extraLength, commentLength];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const whole = zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes);
    parts.set(zip.toString('utf8', at + 46, at + 46 + length), whole.toString('utf8'));
    at += 46 + length + extra + comment;
  }
  return parts;
}

/** One part; throws when it is not there. */
export function partOf(zip: Buffer, name: string): string {
  const part = zipParts(zip).get(name);
  if (part === undefined) throw new Error(`${name} is not in the file`);
  return part;
}
