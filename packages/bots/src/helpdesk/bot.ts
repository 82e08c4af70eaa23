import { defineBot, type Moves, services } from "@botdeck/dialog";

import { CATEGORIES } from "./categories.ts";
import type { HelpdeskContext } from "./helpdesk-context.ts";
import { helpdeskIntents } from "./intents.ts";
import { hearNewProblem, hearProblem, hearUnclear, openTold } from "./opening/open-ticket.ts";
import { problemDialog } from "./opening/problem-dialog.ts";
import type { HelpdeskServices } from "./services.ts";
import { HelpdeskSettings } from "./settings.ts";
import { helpdeskTexts } from "./texts/index.ts";
import { commentCommand, passWords } from "./tickets/comment.ts";
import { mergeCommand } from "./tickets/merge.ts";
import { myTicketsCommand } from "./tickets/my-tickets.ts";
import { ticketCommand } from "./tickets/show-ticket.ts";
import { ticketDoCommand } from "./tickets/ticket-do.ts";
import { wordsDialog } from "./tickets/words-dialog.ts";

/** Makes tickets of described problems, and tells everybody concerned what becomes of them. */
export const helpdeskBot = defineBot({
  code: "helpdesk",
  kind: "internal",
  name: { en: "Helpdesk", ru: "Служба поддержки" },
  scopes: ["user", "department"],
  // What shows a problem: pictures, logs, papers, recordings.
  fileTypes: ["image/*", "text/*", "application/*", "audio/*", "video/*"],
  settings: HelpdeskSettings,
  needs: services<HelpdeskServices>(),
  texts: helpdeskTexts,
  intents: helpdeskIntents,
  dialogs: [problemDialog, wordsDialog],
  commands: {
    ticket: ticketCommand,
    mytickets: myTicketsCommand,
    comment: commentCommand,
    merge: mergeCommand,
    ticketdo: ticketDoCommand,
  },
  welcome: (ctx) => sayHello(ctx),
  on: {
    network: (ctx) => hearProblem(ctx, "network"),
    hardware: (ctx) => hearProblem(ctx, "hardware"),
    software: (ctx) => hearProblem(ctx, "software"),
    accounts: (ctx) => hearProblem(ctx, "accounts"),
    access: (ctx) => hearProblem(ctx, "access"),
    other: (ctx) => hearProblem(ctx, "other"),
    newProblem: hearNewProblem,
    greeting: (ctx) => sayHello(ctx),
    thanks: (ctx) => ctx.say(ctx.t("thanks")),
    cancel: (ctx) => [ctx.finish(), ctx.know({ pending: null }), ctx.say(ctx.t("problemLeft"))],
  },
  async afterDialog(ctx) {
    const { dialog, ending, slots } = ctx.ended;
    if (ending.outcome !== "answered") return ctx.say(ctx.t(dialog === "problem" ? "problemLeft" : "wordsLeft"));
    if (dialog === "problem") return await openTold(ctx, slots);
    const ticket = await ctx.services.byId(String(slots["ticketId"]));
    if (ticket === null) return ctx.say(ctx.t("ticketGone"));
    return await passWords(ctx, ticket, String(slots["words"]));
  },
  // The words are kept by the engine until a button says what they mean; "something else" always is among them.
  choose: (ctx) => {
    const likely = CATEGORIES.filter((category) => ctx.choices.includes(category) || category === "other");
    const buttons = likely.map((category) => [{ text: ctx.t(`category_${category}`), intent: category }]);
    return [
      ctx.know({ pending: { text: ctx.said.text, category: null, files: ctx.said.files } }),
      ctx.say(ctx.t("askCategory"), { buttons }),
    ];
  },
  fallback: hearUnclear,
});

function sayHello(ctx: HelpdeskContext): Moves {
  if (ctx.dialog.type === "group") return ctx.say(ctx.t("helloGroup"));
  const mine = { kind: "command" as const, text: ctx.t("buttonMine"), command: "mytickets", params: "" };
  return ctx.say(ctx.t("hello"), { buttons: [[mine]] });
}
