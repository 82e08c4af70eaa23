import { defineBot, services } from "@botdeck/dialog";

import { callCommand } from "./calls/call-command.ts";
import { clientCardCommand, clientCommand } from "./clients/client-command.ts";
import { makeTask } from "./clients/make-task.ts";
import { callBackCommand, clientTaskCommand } from "./clients/task-commands.ts";
import { taskDialog } from "./clients/task-dialog.ts";
import { dealsCommand, dealsPageCommand, showDeals } from "./deals/deals-command.ts";
import type { SalesContext } from "./sales-context.ts";
import type { SalesServices } from "./services.ts";
import { SalesSettings } from "./settings.ts";
import { showTasks, taskDoCommand, tasksCommand } from "./tasks/tasks-command.ts";
import { salesTexts } from "./texts/index.ts";

/** Shows employees their deals, clients and tasks, and calls clients; all of it with their own rights. */
export const salesBot = defineBot({
  code: "sales",
  kind: "internal",
  name: { en: "Sales assistant", ru: "Помощник продавца" },
  settings: SalesSettings,
  needs: services<SalesServices>(),
  texts: salesTexts,
  intents: {
    deals: {
      examples: ["show my deals", "my open deals", "what deals do I have", "мои сделки", "покажи открытые сделки"],
      rules: ["my deals", "мои сделки"],
    },
    tasks: {
      examples: ["show my tasks", "what is due today", "my tasks for today", "мои задачи", "что у меня на сегодня"],
      rules: ["my tasks", "мои задачи"],
    },
  },
  dialogs: [taskDialog],
  commands: {
    deals: dealsCommand,
    dealspage: dealsPageCommand,
    client: clientCommand,
    clientcard: clientCardCommand,
    clienttask: clientTaskCommand,
    callback: callBackCommand,
    tasks: tasksCommand,
    taskdo: taskDoCommand,
    call: callCommand,
  },
  welcome: (ctx) => sayHello(ctx),
  on: { deals: (ctx) => showDeals(ctx, 1), tasks: (ctx) => showTasks(ctx) },
  afterDialog: makeTask,
  fallback: (ctx) => sayHello(ctx),
});

const COMMANDS = "/deals, /client, /tasks, /call";

function sayHello(ctx: SalesContext) {
  if (ctx.dialog.type === "group") return ctx.say(ctx.t("helloGroup", { commands: COMMANDS }));
  const button = (text: "myDeals" | "myTasks", command: string) => ({
    kind: "command" as const,
    text: ctx.t(text),
    command,
    params: "",
  });
  return ctx.say(ctx.t("hello", { commands: COMMANDS }), {
    buttons: [[button("myDeals", "deals"), button("myTasks", "tasks")]],
  });
}
