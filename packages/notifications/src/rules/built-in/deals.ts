import type { BuiltInRule } from "./built-in-rule.ts";

const STAGE_CARD: BuiltInRule["template"] = {
  en: {
    title: "Deal “{record.title}” moved to “{record.stageName}”",
    rows: [
      { name: "Before", value: "{before.stageName}" },
      { name: "Now", value: "{record.stageName}" },
      { name: "Amount", value: "{record.amount}" },
      { name: "Responsible", value: "{record.responsible}" },
      { name: "Moved by", value: "{actor.name}" },
    ],
  },
  ru: {
    title: "Сделка «{record.title}» перешла на стадию «{record.stageName}»",
    rows: [
      { name: "Было", value: "{before.stageName}" },
      { name: "Стало", value: "{record.stageName}" },
      { name: "Сумма", value: "{record.amount}" },
      { name: "Ответственный", value: "{record.responsible}" },
      { name: "Кто перевёл", value: "{actor.name}" },
    ],
  },
};

/** A deal that was won has a card of its own. */
const MOVED = 'before != null && before.stageId != record.stageId && record.outcome != "won"';

export const DEAL_RULES: Readonly<Record<string, BuiltInRule>> = {
  "deal.stage": {
    title: { en: "A deal's stage changed", ru: "Сменилась стадия сделки" },
    trigger: { kind: "record", record: "deal", changes: ["updated"] },
    condition: MOVED,
    audience: [{ kind: "role", role: "responsible" }],
    buttons: ["open", "why"],
    template: STAGE_CARD,
  },
  "deal.stage_head": {
    title: { en: "A deal's stage changed: for the head", ru: "Сменилась стадия сделки: руководителю" },
    trigger: { kind: "record", record: "deal", changes: ["updated"] },
    condition: `${MOVED} && record.amount >= settings.bigDeal`,
    audience: [{ kind: "supervisor" }],
    buttons: ["open", "why"],
    template: STAGE_CARD,
  },
  "deal.won": {
    title: { en: "A deal is won", ru: "Сделка выиграна" },
    trigger: { kind: "record", record: "deal", changes: ["added", "updated"] },
    condition: 'record.outcome == "won" && (before == null ? change == "added" : before.outcome != "won")',
    audience: [{ kind: "role", role: "responsible" }, { kind: "supervisor" }],
    // Who has won it is congratulated as well.
    exceptActor: false,
    tone: "primary",
    buttons: ["open", "why"],
    template: {
      en: {
        title: "🎉 Deal won: {record.title}, {record.amount}. Congratulations, {record.responsible}!",
        rows: [
          { name: "Amount", value: "{record.amount}" },
          { name: "Responsible", value: "{record.responsible}" },
        ],
      },
      ru: {
        title: "🎉 Сделка выиграна: {record.title}, {record.amount}. Поздравляем, {record.responsible}!",
        rows: [
          { name: "Сумма", value: "{record.amount}" },
          { name: "Ответственный", value: "{record.responsible}" },
        ],
      },
    },
  },
  "deal.stale": {
    title: { en: "A deal without activity", ru: "Сделка без движения" },
    trigger: { kind: "record", record: "deal", changes: ["stale"] },
    audience: [{ kind: "role", role: "responsible" }],
    urgency: "calm",
    delivery: "digest",
    buttons: ["open", "why"],
    template: {
      en: {
        title: "Deal “{record.title}” has stood still for {record.idleDays} days",
        rows: [
          { name: "Stage", value: "{record.stageName}" },
          { name: "Amount", value: "{record.amount}" },
          { name: "Last activity", value: "{record.lastActivityAt}" },
        ],
      },
      ru: {
        title: "Сделка «{record.title}» без движения, дней: {record.idleDays}",
        rows: [
          { name: "Стадия", value: "{record.stageName}" },
          { name: "Сумма", value: "{record.amount}" },
          { name: "Последняя активность", value: "{record.lastActivityAt}" },
        ],
      },
    },
  },
};
