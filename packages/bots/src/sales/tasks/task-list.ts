import type { Button } from "@botdeck/core";
import { localOf } from "@botdeck/core/working-time";

import { linked } from "../../crm-answers/linked.ts";
import { withRightsNote } from "../../crm-answers/with-rights-note.ts";
import { dayOf } from "../day-of.ts";
import type { SalesContext } from "../sales-context.ts";
import type { SalesTask, TasksDue } from "../services.ts";
import type { Deed } from "./deed.ts";

/** More would fill the chat; what is oldest comes first. */
const MOST_TASKS = 8;

/** What was just asked for and the portal may not show yet. */
export type JustDone = { taskId: string; title: string; words: string };

/** What is overdue and due today, with buttons. @param key Of the message it stands in. @param done Left out of the list and told as done. */
export async function taskList(
  ctx: SalesContext,
  key: string,
  done: JustDone | null,
  due: TasksDue,
): Promise<{ text: string; buttons: Button[][] }> {
  const isOpen = ({ id }: SalesTask) => id !== done?.taskId;
  const [overdue, today] = [due.overdue.filter(isOpen), due.today.filter(isOpen)];
  const shown = [...overdue, ...today].slice(0, MOST_TASKS);
  const line = (task: SalesTask) =>
    `${shown.indexOf(task) + 1}. ${linked(task.title, task.url)} — ${whenOf(ctx, task)}`;
  const part = (head: "tasksOverdue" | "tasksToday", tasks: readonly SalesTask[]) => {
    const own = tasks.filter((task) => shown.includes(task));
    return own.length === 0 ? [] : [`[b]${ctx.t(head)}[/b]`, ...own.map(line)];
  };
  const left = overdue.length + today.length - shown.length;
  const text = [
    ...(done === null ? [] : [`[s]${linked(done.title, null)}[/s] — ${done.words}`]),
    ...(shown.length === 0 ? [ctx.t("tasksNone")] : []),
    ...part("tasksOverdue", overdue),
    ...part("tasksToday", today),
    ...(left > 0 || due.isMore ? [ctx.t("tasksMore", { count: left, more: due.isMore ? "yes" : "no" })] : []),
  ].join("\n");
  return {
    text: await withRightsNote(ctx, text),
    buttons: shown.map((task, index) => rowOf(ctx, task, index + 1, key)),
  };
}

/** What is overdue, and due by the end of the portal's day. */
export const readDue = ({ services, settings, at }: SalesContext): Promise<TasksDue> =>
  services.tasksDue({ now: at, timeZone: settings.timeZone });

function whenOf(ctx: SalesContext, { deadlineAt }: SalesTask): string {
  const { day, time } = localOf(deadlineAt, ctx.settings.timeZone);
  return day === dayOf(ctx) ? time : ctx.t("taskSince", { day });
}

/** Only what the person may do. */
function rowOf(ctx: SalesContext, { id, mayMove }: SalesTask, place: number, key: string): Button[] {
  const button = (text: "buttonDone" | "buttonTomorrow" | "buttonWeek", deed: Deed): Button => ({
    kind: "command",
    text: ctx.t(text, { place }),
    command: "taskdo",
    params: `${deed} ${id} ${key} ${ctx.person.id}`,
  });
  const putOff = [button("buttonTomorrow", "tomorrow"), button("buttonWeek", "week")];
  return [button("buttonDone", "done"), ...(mayMove ? putOff : [])];
}
