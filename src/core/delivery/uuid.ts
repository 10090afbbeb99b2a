/**
 * Name-based UUIDs (RFC 9562, version 5): the same names give the same id, in every replica and after
 * every restart. The core has no `node:crypto`, and the Web's `crypto.subtle` only answers later; SHA-1
 * is small, is asked for by the RFC and guards no secret here.
 */

/** @param namespace a UUID */
export function uuidV5(namespace: string, name: string): string {
  const bytes = sha1([...bytesOfUuid(namespace), ...utf8(name)]).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function bytesOfUuid(uuid: string): number[] {
  return (uuid.replaceAll("-", "").match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}

function utf8(text: string): number[] {
  const encoded = encodeURIComponent(text.toWellFormed());
  return [...encoded.matchAll(/%([0-9A-F]{2})|(.)/g)].map(([, hex, character]) =>
    hex === undefined ? (character ?? "").charCodeAt(0) : Number.parseInt(hex, 16),
  );
}

/** FIPS 180-4, section 6.1. */
function sha1(message: readonly number[]): number[] {
  const length = message.length * 8;
  const padded = [...message, 0x80];
  while (padded.length % 64 !== 56) padded.push(0);
  for (let shift = 56; shift >= 0; shift -= 8) padded.push(Math.floor(length / 2 ** shift) & 0xff);

  let [h0, h1, h2, h3, h4] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const words: number[] = new Array(80).fill(0);
  const word = (at: number) => words[at] ?? 0;
  for (let block = 0; block < padded.length; block += 64) {
    for (let at = 0; at < 80; at += 1) {
      const from = block + at * 4;
      words[at] =
        at < 16
          ? padded.slice(from, from + 4).reduce((whole, byte) => (whole << 8) | byte, 0)
          : rotate(word(at - 3) ^ word(at - 8) ^ word(at - 14) ^ word(at - 16), 1);
    }
    let [a, b, c, d, e] = [h0, h1, h2, h3, h4];
    for (let at = 0; at < 80; at += 1) {
      const [mixed, constant] = round(at, b, c, d);
      const next = (rotate(a, 5) + mixed + e + constant + word(at)) | 0;
      [e, d, c, b, a] = [d, c, rotate(b, 30), a, next];
    }
    [h0, h1, h2] = [(h0 + a) | 0, (h1 + b) | 0, (h2 + c) | 0];
    [h3, h4] = [(h3 + d) | 0, (h4 + e) | 0];
  }
  return [h0, h1, h2, h3, h4].flatMap((part) =>
    [24, 16, 8, 0].map((shift) => (part >>> shift) & 0xff),
  );
}

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

function round(at: number, b: number, c: number, d: number): readonly [number, number] {
  if (at < 20) return [(b & c) | (~b & d), 0x5a827999];
  if (at < 40) return [b ^ c ^ d, 0x6ed9eba1];
  if (at < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc];
  return [b ^ c ^ d, 0xca62c1d6];
}
