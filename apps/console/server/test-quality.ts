import { newId } from "@botdeck/core/ids";
import { type Conversation, type DatabaseHandle, outcome, reckonStaleDays } from "@botdeck/db";

import { addConversation } from "./test-conversations.ts";

type Ids = { portalId: string; botId: string };
type Change = Partial<typeof outcome.$inferInsert>;

/** What came of one visit of a client, in a conversation that is kept unless it is said to be gone. */
export async function addOutcome(
  { db }: DatabaseHandle,
  ids: Ids,
  change: Change & { isGone?: boolean } = {},
  talk: Partial<Conversation> = {},
): Promise<string> {
  const { isGone = false, decidedAt = new Date(), ...rest } = change;
  const lineId = rest.lineId === undefined ? "1" : rest.lineId;
  const conversationId = isGone ? newId() : (await addConversation(db, ids, { lineId, ...talk })).id;
  await db.insert(outcome).values({
    ...ids,
    conversationId,
    visitId: newId(),
    lineId,
    kind: "solved_presumed",
    cause: "silence",
    intent: "orderStatus",
    topic: "order_status",
    dialog: "orderStatus",
    dialogVersion: 1,
    step: null,
    language: "en",
    beganAt: decidedAt,
    endedAt: decidedAt,
    decidedAt,
    answers: 2,
    firstResponseMs: 1_200,
    ...rest,
  });
  return conversationId;
}

/** Adds up what was decided, as the worker does now and then. */
export async function addUp({ db }: DatabaseHandle): Promise<void> {
  while ((await reckonStaleDays(db, 100)) > 0);
}

/** Some weeks of a shop: so many visits each day, of every outcome. */
export async function addWeeks(database: DatabaseHandle, ids: Ids, { days = 40, perDay = 5, until = new Date() } = {}) {
  const kinds: Change[] = [
    { kind: "solved_presumed", cause: "silence", firstResponseMs: 900 },
    { kind: "solved_confirmed", cause: "said_so", rating: 5, intent: "availability", dialog: "availability" },
    { kind: "handed_over", cause: "operator_asked", step: "number", humanResponseMs: 240_000, intent: null },
    { kind: "abandoned", cause: "silence", step: "phone", rating: 2, firstResponseMs: 4_000 },
    { kind: "handed_over", cause: "misses", step: "phone", humanResponseMs: 900_000, language: "ru", lineId: "2" },
  ];
  for (let day = 0; day < days; day++) {
    const decidedAt = new Date(until.getTime() - day * 24 * 3_600_000);
    for (let nth = 0; nth < perDay - (day % 3 === 0 ? 1 : 0); nth++) {
      await addOutcome(database, ids, { ...kinds[nth % kinds.length], decidedAt, isGone: day > 2 });
    }
  }
  await addUp(database);
}
