import type { FlowOrigin } from "@botdeck/contracts";
import type { Button } from "@botdeck/core";
import { dialogLanguage, findConversation, type TicketListener } from "@botdeck/db";
import type { Translate } from "@botdeck/dialog";

import type { FlowBots } from "../../temporal/flow-bots.ts";
import type { Addressee } from "../flow/flow.ts";
import type { TicketDeps } from "./desk-activities.ts";

export type SpeakingDeps = TicketDeps & { bots: FlowBots };
type Language = Addressee["language"];
type Said = { text: string; buttons?: Button[][] };

/** How a ticket's workflow speaks: to those who listen where they were told before, to those who work on it in private, to each in their language. */
export function createSpeaking({ db, voice, bots, portal }: SpeakingDeps) {
  return { toListener, toStaff, staffOf, languageOf, nameOf };

  async function toListener(
    origin: FlowOrigin,
    { personId, personName, conversationId }: TicketListener,
    key: string,
    say: (t: Translate<string>, language: Language) => Said,
  ): Promise<void> {
    const conversation = await findConversation(db, conversationId);
    // Erased meanwhile.
    if (conversation === null) return;
    const language: Language = conversation.language === "ru" ? "ru" : "en";
    const { dialogId, chatId, dialogType, title } = conversation;
    const dialog = { id: dialogId, chatId, type: dialogType, title, entityId: null };
    const { buttons = [], ...said } = say(await bots.translate(origin, language), language);
    const to = { dialog, person: { id: personId, name: personName } };
    await voice.post(origin, {
      key,
      to,
      language,
      ...said,
      ...(buttons.length > 0 && { buttons }),
      // A group may send the bot out; its person still waits for help.
      ...(dialogType === "group" && { orTo: to.person }),
    });
  }

  async function toStaff(
    to: Addressee,
    personId: string,
    key: string,
    say: (t: Translate<string>, language: Language) => Said | Promise<Said>,
  ): Promise<void> {
    const language = await languageOf(to, personId);
    const said = await say(await bots.translate(to.origin, language), language);
    await voice.post(to.origin, { key, to: await staffOf(to.origin, personId), language, ...said });
  }

  /** A person's private dialog with the bot is named by their id. */
  async function staffOf({ portalId }: FlowOrigin, id: string) {
    const name = await nameOf(portalId, id);
    return {
      dialog: { id, chatId: null, type: "private" as const, title: name, entityId: null },
      person: { id, name },
    };
  }

  async function languageOf({ origin, language }: Addressee, personId: string): Promise<Language> {
    const known = await dialogLanguage(db, { botId: origin.botId, dialogId: personId });
    return known === "en" || known === "ru" ? known : language;
  }

  /** A portal that does not answer keeps nobody from being told. */
  async function nameOf(portalId: string, userId: string | null): Promise<string> {
    return userId === null ? "" : await portal.nameOf(portalId, userId).catch(() => "");
  }
}
