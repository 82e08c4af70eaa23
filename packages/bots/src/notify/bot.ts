import { defineBot, services } from "@botdeck/dialog";

import { chatCommands } from "./chats/commands.ts";
import { onCallCommands } from "./on-call/commands.ts";
import { preferenceCommands } from "./preferences/commands.ts";
import { claimCommands } from "./take/commands.ts";
import type { NotifyServices } from "./services.ts";
import { NotifySettings } from "./settings.ts";
import { notifyTexts } from "./texts/index.ts";

/** Tells people of the portal what happens: in the CRM, in tasks, in monitoring, payments and by the clock. */
export const notifyBot = defineBot({
  code: "notify",
  kind: "notification",
  name: { en: "Notifications", ru: "Уведомления" },
  scopes: ["crm", "task", "user", "department"],
  settings: NotifySettings,
  needs: services<NotifyServices>(),
  texts: notifyTexts,
  commands: {
    ...claimCommands,
    ...preferenceCommands,
    ...onCallCommands,
    ...chatCommands,
  },
  welcome: (ctx) => ctx.say(ctx.t("hello")),
  fallback: (ctx) => ctx.say(ctx.t("hello")),
});
