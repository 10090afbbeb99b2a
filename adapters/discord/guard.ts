import type { Client } from "discord.js";
import type { Log } from "#core";

/**
 * The library reads every event into objects of its own, which are of little use here, and throws at
 * what it does not expect. Measured with discord.js 14.28: one such event ends the process, and with
 * it every other platform. Ours are dispatched before it reads them.
 */
export function guard({ ws }: Client, log: Log): void {
  const handle: unknown = Reflect.get(ws, "handlePacket");
  if (typeof handle !== "function")
    throw new TypeError("discord.js handles packets in another way");
  Reflect.set(ws, "handlePacket", (packet?: { readonly t?: unknown }, shard?: unknown) => {
    try {
      return Boolean(handle.call(ws, packet, shard));
    } catch (error) {
      log.warn("discord-event-unread", { kind: String(packet?.t), error });
      return false;
    }
  });
}
