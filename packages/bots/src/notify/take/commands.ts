import { commandFor, plainWords } from "@botdeck/dialog";

import type { NotifyContext } from "../notify-context.ts";

const command = commandFor<NotifyContext>();
const TAKEABLE = /^(?:lead|deal|task):[1-9]\d{0,18}$/;
const TASK = /^task:[1-9]\d{0,18}$/;

const SUBJECT = { name: "subject", kind: "token", title: { en: "record", ru: "запись" } } as const;

/** Takes a record into work: whoever presses first has it. It can be typed as well; the portal judges by their own rights. */
const takeCommand = command({
  title: { en: "Take into work", ru: "Взять в работу" },
  isHidden: true,
  params: [SUBJECT],
  handler: async (ctx) => {
    const { subject } = ctx.args;
    if (!TAKEABLE.test(subject)) return ctx.say(ctx.t("takeWhat"));
    const { name, isMine, isNew } = await ctx.services.claims.take(subject);
    if (!isMine) return ctx.say(ctx.t("takenBy", { name: plainWords(name) }));
    return ctx.say(ctx.t(isNew ? "takenNow" : "takenAlready"));
  },
});

const completeCommand = command({
  title: { en: "Complete a task", ru: "Завершить задачу" },
  isHidden: true,
  params: [SUBJECT],
  handler: (ctx) => {
    const { subject } = ctx.args;
    if (!TASK.test(subject)) return ctx.say(ctx.t("takeWhat"));
    const taskId = subject.slice(subject.indexOf(":") + 1);
    // Its cards say who did once the portal has agreed.
    const complete = ctx.effect({ kind: "task.change", taskId, change: { kind: "complete" }, byId: ctx.person.id });
    return [complete, ctx.say(ctx.t("completing"))];
  },
});

/** What buttons on the cards of records do. */
export const claimCommands = { take: takeCommand, complete: completeCommand };
