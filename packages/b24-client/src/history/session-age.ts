import type { B24Client, CallOptions } from "../client.ts";
import { B24Error } from "../error.ts";

/** Places in `entity_data_1`, which lists `CRM flag|entity|id|…|session|begin|…`. */
const BEGAN_AT = 6;

/**
 * How long ago the latest session of an open line's chat began, in milliseconds, by the portal's own clock alone: how far that is from
 * ours does not matter. The portal counts in whole seconds.
 *
 * @param chatId The number of the chat, without `chat`.
 * @returns null where the portal does not say, or does not let us know.
 * @see Bitrix24 docs: imopenlines.dialog.get, server.time
 */
export async function sessionAge(client: B24Client, chatId: string, options?: CallOptions): Promise<number | null> {
  try {
    const [{ entity_data_1: told }, now] = await Promise.all([
      client.call("imopenlines.dialog.get", { CHAT_ID: chatId }, options),
      client.call("server.time", {}, options),
    ]);
    const beganAtS = Number(told?.split("|")[BEGAN_AT]);
    const nowMs = Date.parse(now);
    // Zero is said of a chat that never had a session.
    return beganAtS > 0 && Number.isFinite(nowMs) ? nowMs - beganAtS * 1_000 : null;
  } catch (error) {
    if (error instanceof B24Error && ["forbidden", "rejected", "not_found"].includes(error.code)) return null;
    throw error;
  }
}
