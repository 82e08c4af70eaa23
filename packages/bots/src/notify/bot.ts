import { defineBot, services } from "@botdeck/dialog";

import type { NotifyServices } from "./services.ts";
import { NotifySettings } from "./settings.ts";
import { notifyTexts } from "./texts/index.ts";

/** Tells people of the portal what happens: in the CRM, in tasks, in monitoring, payments and by the clock. */
export const notifyBot = defineBot({
  code: "notify",
  kind: "notification",
  name: { en: "Notifications", ru: "Уведомления" },
  settings: NotifySettings,
  needs: services<NotifyServices>(),
  texts: notifyTexts,
  welcome: (ctx) => ctx.say(ctx.t("hello")),
  fallback: (ctx) => ctx.say(ctx.t("hello")),
});
