import { newId } from "@botdeck/core/ids";
import { authUser, portalLogin } from "@botdeck/db";
import { atDesk, type DeskPerson, giveBack, reply, type Seen, takeOver } from "@botdeck/desk";

import type { World } from "./world.ts";

/** Somebody who may work at the console, with what they do to the conversation of a dialog as they see it at that moment. */
export async function sitAtDesk(world: World, { name = "Olga", isLead = false } = {}) {
  const id = newId();
  await world.db.insert(authUser).values({ id, name, email: `${id}@console.test`, role: "operator" });
  const by: DeskPerson = { actor: { id, name }, name, isLead };
  const seen = async (dialogId: string): Promise<Seen> => {
    const { id: conversationId, ownerVersion } = await world.conversation(dialogId);
    return { conversationId, expectedVersion: ownerVersion };
  };
  const on = async <Result>(dialogId: string, work: (seen: Seen) => Parameters<typeof atDesk<Result>>[2]) => {
    const now = await seen(dialogId);
    return await atDesk(world.db, now.conversationId, work(now));
  };
  return {
    id,
    by,
    /** Proves who they are on the world's portal. */
    link: (personId: string) =>
      world.db.insert(portalLogin).values({ userId: id, portalId: world.portal.id, personId, personName: name }),
    takeOver: (dialogId = "chat1") => on(dialogId, (now) => (tx) => takeOver(tx, by, now)),
    reply: (text: string, dialogId = "chat1") =>
      on(dialogId, (now) => (tx) => reply(tx, by, { ...now, text, replyId: newId() })),
    giveBack: (word: string | null = null, dialogId = "chat1") =>
      on(dialogId, (now) => (tx) => giveBack(tx, by, { ...now, word })),
    /** Anything else. */
    on,
  };
}
