export type RuleLanguage = "en" | "ru";

const STATUS = {
  en: {
    pending: "waiting",
    in_progress: "in progress",
    awaiting_control: "waiting for approval",
    completed: "completed",
    deferred: "deferred",
  },
  ru: {
    pending: "ждёт выполнения",
    in_progress: "выполняется",
    awaiting_control: "ждёт контроля",
    completed: "завершена",
    deferred: "отложена",
  },
} as const satisfies Record<RuleLanguage, Record<string, string>>;

/** What a task's status is called; as it is for one that has no words. */
export function statusWords(status: unknown, language: RuleLanguage): string {
  const words: Readonly<Record<string, string>> = STATUS[language];
  return words[String(status)] ?? String(status ?? "");
}

export const BUTTON_WORDS = {
  en: { open: "Open", take: "Take into work", complete: "Complete", why: "Why me?" },
  ru: { open: "Открыть", take: "Взять в работу", complete: "Завершить", why: "Почему мне?" },
} as const;
