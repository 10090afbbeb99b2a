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
  const length = message.length;
  const padded = new Uint8Array(((length + 72) >> 6) << 6);
  padded.set(message);
  padded[length] = 0x80;
  const view = new DataView(padded.buffer);
  // Longer messages than 512 MB do not come by.
  view.setUint32(padded.length - 4, length * 8);

  const hash = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  const words = new Int32Array(80);
  for (let block = 0; block < padded.length; block += 64) {
    for (let at = 0; at < 16; at += 1) words[at] = view.getInt32(block + at * 4);
    for (let at = 16; at < 80; at += 1) {
      words[at] = rotate(
        word(words, at - 3) ^ word(words, at - 8) ^ word(words, at - 14) ^ word(words, at - 16),
        1,
      );
    }
    addBlock(hash, words);
  }
  return [...hash].flatMap((part) => [24, 16, 8, 0].map((shift) => (part >>> shift) & 0xff));
}

function addBlock(hash: Int32Array, words: Int32Array): void {
  let a = word(hash, 0);
  let b = word(hash, 1);
  let c = word(hash, 2);
  let d = word(hash, 3);
  let e = word(hash, 4);
  for (let at = 0; at < 80; at += 1) {
    const next = (rotate(a, 5) + mixed(at, b, c, d) + e + word(words, at)) | 0;
    e = d;
    d = c;
    c = rotate(b, 30);
    b = a;
    a = next;
  }
  hash[0] = word(hash, 0) + a;
  hash[1] = word(hash, 1) + b;
  hash[2] = word(hash, 2) + c;
  hash[3] = word(hash, 3) + d;
  hash[4] = word(hash, 4) + e;
}

/** The round's function and its constant. */
function mixed(at: number, b: number, c: number, d: number): number {
  if (at < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (at < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (at < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

const word = (words: Int32Array, at: number): number => words[at] ?? 0;
const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
