import type { Conversation } from "../../live/open-stream.ts";
import type { WantedList } from "./search.ts";

export type Order = "newest" | "waiting";

/** Whoever needs a person is listed by how long they wait already; everything else by its last message. */
export const orderOf = ({ queue, late }: Pick<WantedList, "queue" | "late">): Order =>
  queue === "queue" || late === true ? "waiting" : "newest";

/** As the server orders them. */
export const COMPARE: Record<Order, (a: Conversation, b: Conversation) => number> = {
  newest: (a, b) => compareText(b.lastMessageAt, a.lastMessageAt) || compareText(a.id, b.id),
  waiting: (a, b) => compareText(a.waitingSince ?? "", b.waitingSince ?? "") || compareText(a.id, b.id),
};

/** Instants are ISO texts of one length in UTC, so their letters have their order. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
