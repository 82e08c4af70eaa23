import type { Conversation } from "../../live/open-stream.ts";
import { queueOf } from "./queue-of.ts";
import type { WantedList } from "./search.ts";

/** False where only the server can say which rows are in a list: by names, by who leads, by the time that passes. */
export const isKnownHere = ({ q, mine, late }: WantedList): boolean => q === undefined && !mine && !late;

/** Whether a conversation is in a list, as far as its row says. */
export function belongsTo({ queue, portal, bot, line, topic }: WantedList): (row: Conversation) => boolean {
  return (row) =>
    (queue === "all" || queueOf(row) === queue) &&
    (queue !== "queue" || row.waitingSince !== null) &&
    (portal === undefined || row.portalId === portal) &&
    (bot === undefined || row.botId === bot) &&
    (line === undefined || row.lineId === line) &&
    (topic === undefined || row.topic === topic);
}
