/** As much of WebSocket (RFC 6455) as platforms need: text, ping, pong and close, unfragmented. */
import { createHash } from "node:crypto";
import type { Duplex } from "node:stream";

export interface Socket {
  send(text: string): void;
  /** Says goodbye with a code; 1000 is in order. */
  close(code?: number): void;
  /** Cuts the line. */
  drop(): void;
}

const guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

export function acceptSocket(
  stream: Duplex,
  key: string,
  on: { readonly text: (text: string) => void; readonly end: () => void },
): Socket {
  const answer = createHash("sha1")
    .update(key + guid)
    .digest("base64");
  stream.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${answer}\r\n\r\n`,
  );
  let pending = Buffer.alloc(0);
  stream.on("data", (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (let frame = read(pending); frame; frame = read(pending)) {
      pending = pending.subarray(frame.length);
      if (frame.opcode === 1) on.text(frame.payload.toString());
      if (frame.opcode === 9) stream.write(write(10, frame.payload));
      if (frame.opcode === 8) stream.end(write(8, frame.payload));
    }
  });
  stream.on("error", () => {});
  stream.on("close", on.end);
  return {
    send: (text) => stream.write(write(1, Buffer.from(text))),
    close: (code = 1_000) => stream.end(write(8, Buffer.from([code >> 8, code & 255]))),
    drop: () => stream.destroy(),
  };
}

interface Frame {
  readonly opcode: number;
  readonly payload: Buffer;
  readonly length: number;
}

function read(data: Buffer): Frame | undefined {
  if (data.length < 2) return undefined;
  const short = (data[1] ?? 0) & 127;
  const head = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (data.length < head + 4) return undefined;
  const size =
    short === 126 ? data.readUInt16BE(2) : short === 127 ? Number(data.readBigUInt64BE(2)) : short;
  const length = head + 4 + size;
  if (data.length < length) return undefined;
  const mask = data.subarray(head, head + 4);
  const payload = Buffer.from(data.subarray(head + 4, length));
  for (let at = 0; at < payload.length; at += 1) payload[at] = payload[at]! ^ mask[at % 4]!;
  return { opcode: (data[0] ?? 0) & 15, payload, length };
}

function write(opcode: number, payload: Buffer): Buffer {
  const size = payload.length;
  const head =
    size < 126
      ? Buffer.from([128 | opcode, size])
      : size < 65_536
        ? Buffer.from([128 | opcode, 126, size >> 8, size & 255])
        : Buffer.concat([Buffer.from([128 | opcode, 127]), bigEndian(size)]);
  return Buffer.concat([head, payload]);
}

function bigEndian(size: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(size));
  return bytes;
}
