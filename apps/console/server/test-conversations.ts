import { newId } from "@botdeck/core/ids";
import { bot, conversation, type Conversation, type Database, portal } from "@botdeck/db";

/** A portal with a bot. */
export async function addBot(db: Database, domain = "demo.example") {
  const [madePortal] = await db.insert(portal).values({ domain, auth: "oauth", state: "active" }).returning();
  if (madePortal === undefined) throw new TypeError("nothing inserted");
  const values = {
    portalId: madePortal.id,
    code: "store",
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
