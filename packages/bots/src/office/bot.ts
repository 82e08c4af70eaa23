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
    hours: { title: { en: texts.en.ask, ru: texts.ru.ask }, handler: (ctx) => ctx.goTo("hours.floor") },
  },
  welcome: (ctx) => ctx.say(ctx.t("hello"), { buttons: [[ctx.t("ask")]] }),
  on: { hours: (ctx) => ctx.goTo("hours.floor") },
  states: {
    "hours.floor": {
      ask: (ctx) => ctx.say(ctx.t("which"), { buttons: [["1", "2", "3"]] }),
      answer: (ctx) => {
        if (!/^[1-9]$/.test(ctx.text)) return ctx.miss(ctx.t("huh"));
        return [ctx.say(ctx.t("hours", { floor: ctx.text, ...ctx.settings })), ctx.finish()];
      },
    },
  },
  fallback: (ctx) => ctx.say(ctx.t("hello"), { buttons: [[ctx.t("ask")]] }),
});
