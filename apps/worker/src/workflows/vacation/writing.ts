import { type AbsenceFacts, absenceWords, type HrTextKey } from "@botdeck/bots";
import type { FlowLanguage } from "@botdeck/contracts";
import type { Button, Card } from "@botdeck/core";
import type { Directory } from "@botdeck/crm";
import { type Absence, type DatabaseHandle, dialogLanguage, readAbsence } from "@botdeck/db";
import { plainWords, type Translate } from "@botdeck/dialog";

import type { FlowBots } from "../../temporal/flow-bots.ts";
import type { FlowVoice } from "../../temporal/flow-voice.ts";
import type { Addressee } from "../flow/flow.ts";

export type WritingDeps = {
  db: DatabaseHandle["db"];
  voice: FlowVoice;
  bots: FlowBots;
  directoryOf: (portalId: string) => Promise<Directory>;
};

export type T = Translate<HrTextKey>;
type Words = { text: string; buttons?: Button[][]; card?: Card };
export type Request = AbsenceFacts & Absence;

/** How the flow writes to people, each in their own private dialog with the bot and in their own language. */
export function createWriting({ db, voice, bots, directoryOf }: WritingDeps) {
  async function textsFor({ origin, language }: Addressee, userId: string): Promise<{ t: T; language: FlowLanguage }> {
    const spoken = await dialogLanguage(db, { botId: origin.botId, dialogId: userId });
    const theirs = spoken === "en" || spoken === "ru" ? spoken : language;
    return { t: await bots.translate(origin, theirs), language: theirs };
  }

  async function nameOf({ origin }: Addressee, userId: string | null): Promise<string> {
    if (userId === null) return "";
    const person = await (await directoryOf(origin.portalId)).person(userId);
    return plainWords(person?.name ?? userId);
  }

  return {
    nameOf,

    languageOf: async (addressee: Addressee, userId: string): Promise<FlowLanguage> =>
      (await textsFor(addressee, userId)).language,

    /** The request as it stands; null when it was erased. */
    read: (absenceId: string): Promise<Request | null> => readAbsence(db, { id: absenceId }),

    /** Writes to somebody. */
    async write(addressee: Addressee, { key, to }: { key: string; to: string }, words: (t: T) => Words): Promise<void> {
      const { t, language } = await textsFor(addressee, to);
      const name = await nameOf(addressee, to);
      const dialog = { id: to, chatId: null, type: "private" as const, title: name, entityId: null };
      await voice.post(addressee.origin, { key, to: { dialog, person: { id: to, name } }, language, ...words(t) });
    },

    /** Makes other words of what was written to somebody. @param of Its key. */
    async rewrite(
      addressee: Addressee,
      { key, of, to }: { key: string; of: string; to: string },
      words: (t: T) => Words,
    ): Promise<void> {
      const { t } = await textsFor(addressee, to);
      await voice.repost(addressee.origin, { key, of, dialogId: to, ...words(t) });
    },

    /** What all messages about a request say of it. */
    wordsOf: (t: T, request: AbsenceFacts) => absenceWords(t, request),

    /** What is asked for, in the words of the person's own calendar. */
    async kindIn(addressee: Addressee, { personId, kind }: AbsenceFacts): Promise<string> {
      const { t } = await textsFor(addressee, personId);
      return t("kindButton", { kind });
    },
  };
}
export type Writing = ReturnType<typeof createWriting>;
