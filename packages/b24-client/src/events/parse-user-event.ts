import { readInstant } from "./occurred-at.ts";
import type { FetchedEvent } from "./parse-bot-event.ts";
import type { ReadEvent } from "./parsed-bot-event.ts";
import { toWireMap } from "./to-wire-map.ts";
import { readV2Event } from "./v2.ts";
import type { WireMap } from "./wire.ts";

const NOBODY = "0";

/**
 * Reads one event of `im.v2.Event.get`: what a person, and no bot, sees happen in their chats. It has the form of a bot's
 * event but for the bot.
 *
 * @param arrivedAt Our clock, for events that tell no time.
 * @returns null for an event we do not know.
 * @throws AppError `invalid` naming the path of a required field that is missing.
 * @see Bitrix24 docs: chat-bots-v2/im.v2
 */
export function parseFetchedUserEvent(fetched: FetchedEvent, arrivedAt: Date): ReadEvent | null {
  const name = fetched.type.toUpperCase();
  if (!name.startsWith("ONIMV2")) return null;
  const data: WireMap = { ...toWireMap(fetched.data), bot: { id: NOBODY } };
  const sentAt = readInstant(fetched.date) ?? arrivedAt.toISOString();
  const parsed = readV2Event(name.replace("ONIMV2", "ONIMBOTV2"), data, sentAt);
  return parsed === null ? null : { draft: parsed.draft, identity: parsed.identity };
}
