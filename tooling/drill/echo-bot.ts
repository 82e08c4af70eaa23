import { storeTexts } from "@botdeck/bots";
import { PRODUCT_RETURN } from "@botdeck/contracts";
import { defineBot } from "@botdeck/dialog";

import { KNOWN_RETURN } from "../known-return.ts";

/** In a group a bot hears only what names it, and the name stands before the words then. */
const ECHO = /(?:^|\s)say (?<words>\d+ of chat\d+)$/;

/** A workflow speaks with the texts of the bot that has begun it. */
const texts = {
  en: { ...storeTexts.en, poison: "poisoned", huh: "I only repeat." },
  ru: { ...storeTexts.ru, poison: "отравлено", huh: "Я только повторяю." },
};

/**
 * Answers `say 17 of chat3` with `echo 17 of chat3`, and is poisoned by single words: `throw`, `hang` (never decides),
 * `loop` (blocks its process), `exhaust` (takes all memory of its process). `start` begins a workflow.
 */
const echoBot = defineBot({
  code: "drill-echo",
  kind: "internal",
  name: { en: "Drill echo", ru: "Учебное эхо" },
  texts,
  welcome: () => [],
  fallback: async (ctx) => {
    const words = ECHO.exec(ctx.text)?.groups?.["words"];
    if (words !== undefined) return ctx.say(`echo ${words}`);
    const [poison] = ctx.text.split(" ");
    if (poison === "throw") throw new Error(ctx.t("poison"));
    if (poison === "hang") await new Promise(() => {});
    if (poison === "loop") for (;;);
    if (poison === "exhaust") exhaustMemory();
    if (poison === "start") return ctx.start(PRODUCT_RETURN, KNOWN_RETURN);
    return ctx.say(ctx.t("huh"));
  },
});

function exhaustMemory(): never {
  const taken: number[][] = [];
  for (;;) taken.push(Array.from({ length: 1_000_000 }, (_each, index) => index));
}

export const bots = [echoBot];
