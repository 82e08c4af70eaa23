import { defineBot } from "@botdeck/dialog";
import { z } from "zod";

const texts = {
  en: {
    hello: "Ask me when the office is open.",
    ask: "Opening hours",
    which: "Which floor?",
    hours: "Floor {floor}: {from} to {to}.",
    huh: "Floors are 1 to 9.",
  },
  ru: {
    hello: "Спросите, когда открыт офис.",
    ask: "Часы работы",
    which: "Какой этаж?",
    hours: "Этаж {floor}: с {from} до {to}.",
    huh: "Этажи — с 1 по 9.",
  },
};

export const officeBot = defineBot({
  code: "office",
  kind: "internal",
  name: { en: "Office guide", ru: "Справка по офису" },
  settings: z.object({ from: z.string().default("8:00"), to: z.string().default("20:00") }),
  texts,
  intents: { hours: { examples: ["when is the office open", "opening hours", "когда открыт офис", "часы работы"] } },
  commands: {
    hours: { title: { en: texts.en.ask, ru: texts.ru.ask }, handler: (ctx) => ctx.begin("hours", ctx.settings) },
  },
  dialogs: [
    {
      name: "hours",
      version: 1,
      topic: "hours",
      digressions: [],
      slots: {
        floor: {
          read: ({ text }) => (/^[1-9]$/.test(text) ? { kind: "value", value: text } : { kind: "unclear" }),
        },
      },
      steps: {
        which: { kind: "ask", slot: "floor", ask: () => ({ text: "which" }), again: () => ({ text: "huh" }) },
        told: {
          kind: "end",
          end: (slots) => ({ outcome: "solved", say: { text: "hours", values: slots as Record<string, string> } }),
        },
      },
    },
  ],
  welcome: (ctx) => ctx.say(ctx.t("hello"), { buttons: [[ctx.t("ask")]] }),
  on: { hours: (ctx) => ctx.begin("hours", ctx.settings) },
  fallback: (ctx) => ctx.say(ctx.t("hello"), { buttons: [[ctx.t("ask")]] }),
});
