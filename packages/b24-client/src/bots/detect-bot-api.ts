import type { B24Client, CallOptions } from "../client.ts";
import { B24Error } from "../error.ts";
import type { BotApiVersion } from "../formats/message-limits.ts";
import type { BotApi } from "./bot-api.ts";
import { createBotApi } from "./create-bot-api.ts";

/** A portal may be updated while we run, in milliseconds. */
const KNOWN_FOR_MS = 3_600_000;

/** A client speaks to one portal, so what it was told is kept with it. */
const known = new WeakMap<B24Client, { version: BotApiVersion; until: number }>();

/**
 * The bots of a portal by the newest version that it has; asked anew after an hour.
 *
 * @throws B24Error when the portal did not say: only "there is no such method" means the first version.
 * @see Bitrix24 docs: imbot.v2.Revision.get
 */
export async function detectBotApi(client: B24Client, options?: CallOptions, now = Date.now): Promise<BotApi> {
  const before = known.get(client);
  if (before !== undefined && now() < before.until) return createBotApi(client, before.version);
  const version = await askVersion(client, options);
  known.set(client, { version, until: now() + KNOWN_FOR_MS });
  return createBotApi(client, version);
}

async function askVersion(client: B24Client, options: CallOptions | undefined): Promise<BotApiVersion> {
  try {
    await client.call("imbot.v2.Revision.get", {}, options);
    return "v2";
  } catch (error) {
    if (error instanceof B24Error && error.portalCode === "ERROR_METHOD_NOT_FOUND") return "v1";
    throw error;
  }
}
