import type { Button, DialogType, Effect, FileRef } from "@botdeck/core";

import type { PersonFacts, Role } from "../../commands/access.ts";
import { commandFor } from "../../commands/command.ts";
import { findDepartments, findPeople, PARAMS } from "../../commands/testing/sample-params.ts";
import { type AnyBot, defineBot } from "../../define-bot.ts";
import type { Half } from "../../entities/day-parts/period.ts";
import { NO_ENTITIES } from "../../entities/entities.ts";
import { UNDERSTANDING_DEFAULTS } from "../../understanding/understood.ts";
import type { BotContext } from "../context.ts";
import type { Input } from "../input.ts";
import { respond } from "../respond.ts";
import { type DialogState, INITIAL_STATE } from "../state.ts";
import type { Decision, Surroundings } from "../step.ts";

const texts = { hello: "Hello.", huh: "Huh?", lunch: "At noon.", when: "When?", noted: "Noted." };

/** A bot of an office: commands of every kind. */
export const officeBot: AnyBot = defineBot({
  code: "team",
  kind: "internal",
  name: { en: "Team", ru: "Команда" },
  texts: { en: texts, ru: texts },
  intents: { lunch: { examples: [] } },
  commands: {
    vacation: commandFor<BotContext>()({
      title: { en: "Ask for days off", ru: "Попросить отпуск" },
      about: { en: "Your head decides about them.", ru: "Решает руководитель." },
      params: [
        { name: "days", kind: "period", title: { en: "days", ru: "дни" } },
        {
          name: "kind",
          kind: "choice",
          isOptional: true,
          title: { en: "kind", ru: "вид" },
          choices: [
            { value: "paid", title: { en: "Paid", ru: "Оплачиваемый" } },
            { value: "unpaid", title: { en: "Unpaid", ru: "Без оплаты" }, also: ["за свой счёт"] },
          ],
        },
      ],
      examples: { en: ["15.07–28.07", "next week unpaid"], ru: ["15.07–28.07"] },
      dialog: "vacation",
      // The annotations hold the types of arguments to what the params say.
      handler({ say, args: { days, kind } }) {
        const half: Half | undefined = days.half;
        const wish: "paid" | "unpaid" | undefined = kind;
        return say([days.from, days.to, half, wish].filter(Boolean).join(" "));
      },
    }),
    report: {
      title: { en: "Figures of sales", ru: "Отчёт о продажах" },
      params: PARAMS["report"] ?? [],
      examples: { en: ["sales june"], ru: ["продажи июнь"] },
      who: { roles: ["head"], departments: ["10"] },
      handler: ({ say, args }) => say(`${args.what} ${args.period.from} ${args.who?.name ?? "all"}`),
    },
    client: {
      title: { en: "Find a client", ru: "Найти клиента" },
      params: PARAMS["client"] ?? [],
      handler: ({ say, args }) => say(`client ${args.name}`),
    },
    decide: {
      title: { en: "Decide", ru: "Решить" },
      isHidden: true,
      handler: ({ say, params, person }) => say(`${person.id} decides ${params}`),
    },
  },
  dialogs: [
    {
      name: "vacation",
      version: 1,
      topic: "vacation",
      digressions: [],
      slots: {
        days: { read: ({ text }) => (/\d/.test(text) ? { kind: "value", value: text } : { kind: "unclear" }) },
      },
      steps: {
        days: { kind: "ask", slot: "days", ask: () => ({ text: "when" }), again: () => ({ text: "when" }) },
        noted: { kind: "end", end: () => ({ outcome: "solved", say: { text: "noted" } }) },
      },
    },
  ],
  welcome: (ctx) => ctx.say(ctx.t("hello")),
  on: { lunch: (ctx) => ctx.say(ctx.t("lunch")) },
  fallback: (ctx) => ctx.say(`${ctx.t("huh")} ${ctx.text}`.trim()),
});

export type Around = {
  type?: DialogType;
  facts?: Partial<PersonFacts>;
  settings?: unknown;
  language?: "en" | "ru";
  /** In place of a portal that answers. */
  portal?: Partial<Pick<Surroundings, "findPeople" | "personFacts" | "keepFiles">>;
};

/** A chat with a bot: who says what, and what the answer is, with its buttons in brackets. */
export function chatWith(
  bot: AnyBot,
  { type = "private", facts, settings = {}, language = "en", portal = {} }: Around = {},
) {
  let state: DialogState = INITIAL_STATE;
  let steps = 0;
  let buttons: readonly Button[] = [];
  let asked = 0;
  let effects: readonly Effect[] = [];

  const around = (personId: string, day: string): Surroundings => ({
    person: { id: personId, name: `Person ${personId}`, kind: "employee" },
    dialog: { id: type === "private" ? personId : "chat1", chatId: "1", type, title: "", entityId: null },
    language,
    settings,
    services: {},
    at: `${day}T09:00:00Z`,
    today: day,
    understand: async ({ text }) => ({
      intents: text === "lunch" ? [{ intent: "lunch", confidence: 0.9 }] : [],
      provider: "test",
      fellBackFrom: null,
      entities: NO_ENTITIES,
    }),
    thresholds: UNDERSTANDING_DEFAULTS,
    async personFacts() {
      asked += 1;
      return { id: personId, departments: [], roles: ["employee"] satisfies Role[], ...facts };
    },
    findPeople,
    findDepartments,
    botUserId: "900",
    keepFiles: async () => [],
    ...portal,
    origin: { portalId: "portal", conversationId: "talk" },
    stepId: `step-${steps}`,
  });

  async function give(input: Input, personId: string, day: string): Promise<string> {
    steps += 1;
    const decision: Decision = await respond(bot, state, input, around(personId, day));
    ({ state, effects } = decision);
    const sent = decision.effects.flatMap((effect) => (effect.kind === "chat.send" ? [effect] : []));
    if (sent.length > 0) buttons = sent.flatMap((effect) => (effect.buttons ?? []).flat());
    return [...sent.map(({ text }) => text), ...buttons.map(({ text }) => `[${text}]`)]
      .slice(0, sent.length === 0 ? 0 : 99)
      .join("\n");
  }

  return {
    state: () => state,
    /** What the last step did. */
    effects: () => effects,
    timesAsked: () => asked,
    says: (text: string, personId = "1", day = "2026-07-08") =>
      give({ kind: "message", messageId: "m", text, files: [] }, personId, day),
    sends: (file: FileRef) => give({ kind: "message", messageId: "m", text: "", files: [file] }, "1", "2026-07-08"),
    calls: (name: string, params = "", personId = "1") =>
      give({ kind: "command", name, params }, personId, "2026-07-08"),
    joins: () => give({ kind: "joined" }, "1", "2026-07-08"),
    presses(label: string, personId = "1") {
      const button = buttons.find(({ text }) => text === label);
      if (button?.kind !== "command") throw new Error(`no command is on a button ${label}`);
      return give({ kind: "command", name: button.command, params: button.params }, personId, "2026-07-08");
    },
  };
}
