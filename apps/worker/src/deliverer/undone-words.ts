import type { Effect, TaskChange } from "@botdeck/core";
import type { Language } from "@botdeck/dialog";

/** What is done with a person's rights, and they have to be told in private when it is not: what they do at the console they see there. */
export type Deed = Exclude<Extract<Effect, { byId?: unknown }>, { kind: `chat.${string}` }>;

/** What a person asked for, as an infinitive. */
export function deedInWords(effect: Deed, language: Language): string {
  const words = DEEDS[language];
  switch (effect.kind) {
    case "task.change":
      return words[effect.change.kind](effect.title === undefined ? "" : ` ${quoted(effect.title, language)}`);
    case "task.create":
      return words.create(quoted(effect.title, language));
    case "activity.add":
      return words.note(quoted(effect.title, language));
    case "call.start":
      return words.call(effect.phone);
    case "record.assign":
      return words.assign;
  }
}

/** @param why In the words of who refused it. */
export const undoneWords = (language: Language, { deed, why }: { deed: string; why: string }): string =>
  language === "ru"
    ? `Не удалось ${deed}. Причина: ${quoted(why, language)}.`
    : `I could not ${deed}. The reason: ${quoted(why, language)}.`;

/** For what may have been done. */
export const doubtWords = (language: Language, deed: string): string =>
  language === "ru"
    ? `Не знаю, удалось ли ${deed}: портал не подтвердил. Посмотрите на портале, прежде чем повторять.`
    : `I cannot tell whether I managed to ${deed}: the portal did not confirm it. Look there before you do it again.`;

type Deeds = Record<TaskChange["kind"], (task: string) => string> & {
  create: (title: string) => string;
  note: (title: string) => string;
  call: (phone: string) => string;
  assign: string;
};

const DEEDS: Record<Language, Deeds> = {
  en: {
    complete: (task) => `complete the task${task}`,
    renew: (task) => `open the task${task} again`,
    deadline: (task) => `move the deadline of the task${task}`,
    delegate: (task) => `hand the task${task} over`,
    comment: (task) => `comment on the task${task}`,
    create: (title) => `create the task ${title}`,
    note: (title) => `note ${title} in the CRM`,
    call: (phone) => `call ${phone}`,
    assign: "make you responsible",
  },
  ru: {
    complete: (task) => `завершить задачу${task}`,
    renew: (task) => `снова открыть задачу${task}`,
    deadline: (task) => `перенести срок задачи${task}`,
    delegate: (task) => `передать задачу${task}`,
    comment: (task) => `написать комментарий к задаче${task}`,
    create: (title) => `поставить задачу ${title}`,
    note: (title) => `записать дело ${title} в CRM`,
    call: (phone) => `позвонить по номеру ${phone}`,
    assign: "назначить вас ответственным",
  },
};

const quoted = (text: string, language: Language): string => (language === "ru" ? `«${text}»` : `“${text}”`);
