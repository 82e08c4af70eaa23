import { type ButtonRows, defineBot, type Moves, services } from "@botdeck/dialog";

import { absenceCommand } from "./approval/absence-command.ts";
import { passAnswer, passDecision } from "./approval/pass-words.ts";
import { answerDialog, declineDialog, questionDialog } from "./approval/word-dialogs.ts";
import type { HrContext } from "./hr-context.ts";
import { hrIntents } from "./intents.ts";
import { myVacationsCommand, showMine } from "./lists/my-vacations.ts";
import { showOut, whoIsOutCommand } from "./lists/who-is-out.ts";
import type { HrServices } from "./services.ts";
import { HrSettings } from "./settings.ts";
import { hrTexts } from "./texts/index.ts";
import { checkDays } from "./vacation/check-days.ts";
import { sendRequest } from "./vacation/send-request.ts";
import { askInWords, vacationCommand } from "./vacation/vacation-command.ts";
import { vacationDialog } from "./vacation/vacation-dialog.ts";
import { findDays } from "./vacation/read-days.ts";

const COMMANDS = "/vacation, /myvacations, /whoisout";

/** Takes requests for days off, has them decided by whoever leads the person, and knows who is away. */
export const hrBot = defineBot({
  code: "hr",
  kind: "internal",
  name: { en: "HR assistant", ru: "Кадровый помощник" },
  scopes: ["calendar", "department", "user"],
  settings: HrSettings,
  needs: services<HrServices>(),
  texts: hrTexts,
  intents: hrIntents,
  dialogs: [vacationDialog, declineDialog, questionDialog, answerDialog],
  requests: { checkDays },
  commands: {
    vacation: vacationCommand,
    myvacations: myVacationsCommand,
    whoisout: whoIsOutCommand,
    absence: absenceCommand,
  },
  welcome: (ctx) => sayHello(ctx),
  on: {
    vacation: askInWords,
    sick: askInWords,
    remote: askInWords,
    myVacations: showMine,
    whoIsOut: (ctx) => {
      const days = findDays(ctx.said, ctx.language);
      return showOut(ctx, days && { from: days.fromDay, to: days.toDay });
    },
    greeting: (ctx) => sayHello(ctx),
    thanks: (ctx) => ctx.say(ctx.t("glad")),
    cancel: (ctx) => [ctx.finish(), ctx.say(ctx.t("vacationCancelled"), { buttons: menu(ctx) })],
  },
  async afterDialog(ctx) {
    const { dialog, ending, slots } = ctx.ended;
    if (ending.outcome === "cancelled") return ctx.say(ctx.t("vacationCancelled"), { buttons: menu(ctx) });
    if (ending.outcome !== "solved") return ctx.say(ctx.t("huh"), { buttons: menu(ctx) });
    if (dialog === "vacation") return await sendRequest(ctx, slots);
    if (dialog === "absenceAnswer") return await passAnswer(ctx, slots);
    return await passDecision(ctx, dialog === "absenceDecline" ? dialog : "absenceQuestion", slots);
  },
  fallback: (ctx) => {
    // Bare days can only be a request.
    if (findDays(ctx.said, ctx.language) !== undefined) return askInWords(ctx);
    return ctx.say(ctx.t("huh"), { buttons: menu(ctx) });
  },
});

function sayHello(ctx: HrContext): Moves {
  if (ctx.dialog.type === "group") return ctx.say(ctx.t("helloGroup", { commands: COMMANDS }));
  return ctx.say(ctx.t("hello", { commands: COMMANDS }), { buttons: menu(ctx) });
}

function menu({ t }: HrContext): ButtonRows {
  const button = (text: "askButton" | "mineButton" | "outButton", command: string) => ({
    kind: "command" as const,
    text: t(text),
    command,
    params: "",
  });
  return [[button("askButton", "vacation"), button("mineButton", "myvacations"), button("outButton", "whoisout")]];
}
