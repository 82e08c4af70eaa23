import { newId } from "@botdeck/core/ids";
import { bot, conversation, type Conversation, type Database, handoff, outcome, portal } from "@botdeck/db";
import { type DialogState, INITIAL_STATE, Visit } from "@botdeck/dialog";

const AT = new Date("2026-11-21T09:00:00Z");
/** The operator who has a conversation that was handed over. */
export const OPERATOR = { id: "12", name: "Nina" };

/** A portal with a bot. */
export async function addBot(db: Database, domain = "demo.example", code = "store") {
  const [madePortal] = await db.insert(portal).values({ domain, auth: "oauth", state: "active" }).returning();
  if (madePortal === undefined) throw new TypeError("nothing inserted");
  const values = {
    portalId: madePortal.id,
    code,
    name: "Demo bot",
    eventMode: "webhook",
    state: "active",
  } as const;
  const [madeBot] = await db.insert(bot).values(values).returning();
  if (madeBot === undefined) throw new TypeError("nothing inserted");
  return { portalId: madePortal.id, botId: madeBot.id };
}

/** A conversation of that bot. */
export async function addConversation(
  db: Database,
  ids: { portalId: string; botId: string },
  changes: Partial<Conversation> = {},
): Promise<Conversation> {
  const [made] = await db
    .insert(conversation)
    .values({
      ...ids,
      dialogId: `chat-${newId()}`,
      dialogType: "open_line",
      title: "Demo",
      personId: "7",
      personName: "Anna Field",
      language: "en",
      ...changes,
    })
    .returning();
  if (made === undefined) throw new TypeError("nothing inserted");
  return made;
}

/**
 * A conversation that the operator has: the bot asked for a phone, understood nothing twice, and called a person. Nobody has
 * written a word in it.
 */
export async function addHandedOver(
  db: Database,
  { state, ratingComment, ...changes }: Partial<Conversation> & { ratingComment: string },
): Promise<{ id: string; portalId: string; botId: string }> {
  const ids = await addBot(db);
  const visitId = newId();
  const owner = `operator:${OPERATOR.id}` as const;
  const { id } = await addConversation(db, ids, { ...changes, state: state ?? dialogStateOf(visitId), owner });
  const of = { ...ids, conversationId: id, visitId, cause: "misses" } as const;
  await db.insert(handoff).values({
    ...of,
    topic: "order_status",
    state: "human",
    requestedAt: AT,
    takenAt: AT,
    takenBy: OPERATOR.id,
    trail: (["queue:1", owner] as const).map((to) => ({ at: AT.toISOString(), to })),
  });
  await db.insert(outcome).values({
    ...of,
    kind: "handed_over",
    language: "en",
    beganAt: AT,
    endedAt: AT,
    decidedAt: AT,
    answers: 3,
    firstResponseMs: 1_400,
    rating: 2,
    ratingComment,
  });
  return { id, ...ids };
}

/** A state in which the bot asks for the phone of an order, while a return waits for that to end. */
export function dialogStateOf(visitId: string): DialogState {
  const progress = { version: 1, asked: [], misses: {}, told: [], held: [], reminded: false };
  return {
    ...INITIAL_STATE,
    dialogs: [
      { ...progress, dialog: "productReturn", at: "photos", slots: {} },
      {
        ...progress,
        dialog: "orderStatus",
        at: "phone",
        slots: { card: true, order: { number: "A-1042" }, number: "A-1042", phone: "+79001234567" },
        asked: ["number"],
      },
    ],
    files: [{ id: "1", name: "passport Anna Field.jpg", keptId: null, problem: "too_large" }],
    visit: Visit.parse({ id: visitId, beganAt: AT.toISOString(), lastAt: "2026-11-21T09:05:00Z", answers: 3 }),
  };
}
