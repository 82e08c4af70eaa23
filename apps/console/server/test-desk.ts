import { authUser, type Conversation, conversation, message, outboxEffect, portalLogin } from "@botdeck/db";
import { asc, eq } from "drizzle-orm";

import { addBot, addConversation } from "./test-conversations.ts";
import { setupConsole } from "./test-console.ts";

/** A conversation of an open line, and an operator at the console who acts on it over HTTP. */
export async function setupDesk(changes: Partial<Conversation> = {}) {
  const { cookieOf, database, query, mutate } = await setupConsole();
  const { db } = database;
  const ids = await addBot(db);
  const { id } = await addConversation(db, ids, { dialogId: "chat7", chatId: "7", lineId: "1", ...changes });
  const operator = await cookieOf("operator");
  const row = async () => {
    const [found] = await db.select().from(conversation).where(eq(conversation.id, id));
    if (found === undefined) throw new TypeError("no conversation");
    return found;
  };
  return {
    db,
    id,
    cookieOf,
    query,
    row,
    effects: () => db.select().from(outboxEffect).orderBy(asc(outboxEffect.seq)),
    messages: () => db.select().from(message).orderBy(asc(message.seq)),
    desk: async () => (await query("conversation.desk", { id }, operator)).data,
    details: async () => (await query("conversation.details", { id }, operator)).data,
    /** Acts as the operator unless told, on what is there now unless told. */
    act: async (verb: string, input: object, cookie = operator) =>
      mutate(`conversation.${verb}`, { id, expectedVersion: (await row()).ownerVersion, ...input }, cookie),
    /** The operator proves who they are on the portal. */
    async link(personId: string) {
      const [user] = await db.select().from(authUser).where(eq(authUser.email, "operator@console.test"));
      await db
        .insert(portalLogin)
        .values({ userId: user?.id ?? "", portalId: ids.portalId, personId, personName: "Nina" });
    },
  };
}
