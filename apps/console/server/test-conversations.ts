import { newId } from "@botdeck/core/ids";
import { bot, conversation, type Conversation, type Database, portal } from "@botdeck/db";
import { type DialogState, INITIAL_STATE, Visit } from "@botdeck/dialog";

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
    visit: Visit.parse({ id: visitId, beganAt: "2026-11-21T09:00:00Z", lastAt: "2026-11-21T09:05:00Z", answers: 3 }),
  };
}
