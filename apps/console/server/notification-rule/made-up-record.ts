import { RECORD_FIELDS, type Rule, type RuleLanguage } from "@botdeck/notifications";

type Facts = Readonly<Record<string, unknown>>;

const PEOPLE = { en: ["Anna Field", "Peter Stone"], ru: ["Анна Полева", "Пётр Камнев"] } as const;
const WORDS = {
  en: {
    title: "Order of 12 chairs",
    stageName: "Negotiation",
    was: "New",
    source: "Web form",
    comment: "Ready tomorrow.",
    category: "Sales",
  },
  ru: {
    title: "Заказ на 12 стульев",
    stageName: "Переговоры",
    was: "Новая",
    source: "Форма на сайте",
    comment: "Завтра готово.",
    category: "Продажи",
  },
} as const;

/** An event with values that nobody has, to show a card with. Of another system's post nobody knows what it has: it is a payment's. */
export function madeUpEvent({ trigger }: Pick<Rule, "trigger">, language: RuleLanguage) {
  const words = WORDS[language];
  const [responsible, creator] = PEOPLE[language];
  const all: Facts = {
    id: "17",
    title: words.title,
    responsibleId: "7",
    responsible,
    creatorId: "8",
    creator,
    changedById: "8",
    createdAt: "2026-01-12T09:30:00Z",
    changedAt: "2026-01-14T12:00:00Z",
    movedAt: "2026-01-14T12:00:00Z",
    movedById: "8",
    url: "https://portal.example/record/17/",
    stageId: "PREPARATION",
    stageName: words.stageName,
    outcome: "open",
    amount: 125_000,
    currency: "RUB",
    name: responsible,
    phone: "+7 900 123-45-67",
    source: words.source,
    sourceId: "WEB",
    categoryId: "0",
    categoryName: words.category,
    lastActivityAt: "2026-01-05T09:00:00Z",
    idleDays: 9,
    closesOn: "2026-02-01",
    status: trigger.kind === "record" ? "in_progress" : "succeeded",
    deadlineAt: "2026-01-13T15:00:00Z",
    lateDays: 1,
    participantIds: ["7", "8"],
    groupId: "3",
    comment: words.comment,
    commentAuthorId: "8",
    commentAuthor: creator,
  };
  const fields = trigger.kind === "record" ? RECORD_FIELDS[trigger.record] : Object.keys(all);
  return {
    record: Object.fromEntries(fields.map((field) => [field, all[field] ?? "…"])),
    before: { ...all, stageId: "NEW", stageName: words.was, responsibleId: "8", responsible: creator, amount: 110_000 },
    actor: { id: "8", name: creator },
    change: trigger.kind === "record" ? (trigger.changes[0] ?? "updated") : "added",
  };
}
