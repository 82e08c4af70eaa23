import type { TaskChange } from "@botdeck/core";
import { commandFor, type Moves } from "@botdeck/dialog";

import { orSayWhy } from "../../crm-answers/or-say-why.ts";
import { dayOf, momentIn } from "../day-of.ts";
import { isOwnList, noteList } from "../own-lists.ts";
import type { SalesContext } from "../sales-context.ts";
import { DAYS_LATER, type Deed, isDeed } from "./deed.ts";
import { readDue, taskList } from "./task-list.ts";

const command = commandFor<SalesContext>();

/** `/tasks`. */
export const tasksCommand = command({
  title: { en: "My tasks for today", ru: "Мои задачи на сегодня" },
  about: { en: "What is overdue and due today", ru: "Просроченные задачи и задачи на сегодня" },
  params: [],
  handler: (ctx) => showTasks(ctx),
});

/** Completes a task or puts it off, and makes the list anew where it stands. */
export const taskDoCommand = command({
  title: { en: "Complete or put off a task", ru: "Завершить или перенести задачу" },
  isHidden: true,
  params: [
    { name: "deed", kind: "token", title: { en: "what", ru: "что" } },
    { name: "taskId", kind: "token", title: { en: "task", ru: "задача" } },
    { name: "key", kind: "token", title: { en: "message", ru: "сообщение" } },
    { name: "owner", kind: "token", title: { en: "person", ru: "сотрудник" } },
  ],
  handler: async (ctx) => {
    const { deed, taskId, key, owner } = ctx.args;
    if (owner !== ctx.person.id) return [ctx.say(ctx.t("notYourTasks")), ...[await showTasks(ctx)].flat()];
    if (!isDeed(deed)) return await showTasks(ctx);
    return await orSayWhy(ctx, { command: "taskdo", params: ctx.params }, () => change(ctx, deed, taskId, key));
  },
});

export const showTasks = (ctx: SalesContext) =>
  orSayWhy(ctx, { command: "tasks", params: "" }, async () => {
    const { text, buttons } = await taskList(ctx, ctx.saidKey, null, await readDue(ctx));
    return [ctx.answered(), noteList(ctx), ctx.say(text, { buttons })];
  });

async function change(ctx: SalesContext, deed: Deed, taskId: string, key: string): Promise<Moves> {
  const due = await readDue(ctx);
  const task = [...due.overdue, ...due.today].find(({ id }) => id === taskId);
  // Pressed twice, or done elsewhere meanwhile: the list shows how it is.
  const done = task === undefined ? null : { taskId, title: task.title, words: wordsOf(ctx, deed) };
  const isInPlace = isOwnList(ctx, key);
  const { text, buttons } = await taskList(ctx, isInPlace ? key : ctx.saidKey, done, due);
  const list = isInPlace
    ? [ctx.effect({ kind: "chat.edit", key, dialogId: ctx.dialog.id, text, buttons })]
    : [noteList(ctx), ctx.say(text, { buttons })];
  if (done === null) return list;
  const { title } = done;
  return [
    ctx.effect({ kind: "task.change", taskId, change: changeOf(ctx, deed), byId: ctx.person.id, title }),
    ...list,
  ];
}

const wordsOf = (ctx: SalesContext, deed: Deed): string =>
  deed === "done" ? ctx.t("taskDone") : ctx.t("taskPutOff", { day: dayOf(ctx, DAYS_LATER[deed]) });

const changeOf = (ctx: SalesContext, deed: Deed): TaskChange =>
  deed === "done"
    ? { kind: "complete" }
    : { kind: "deadline", at: momentIn(ctx, dayOf(ctx, DAYS_LATER[deed]), ctx.settings.dayEndsAt) };
