import { alertRouter } from "./alert/router.ts";
import { auditRouter } from "./audit/router.ts";
import { botRouter } from "./bot/router.ts";
import { conversationRouter } from "./conversation/router.ts";
import { deadLetterRouter } from "./dead-letter/router.ts";
import { hookRouter } from "./hook/router.ts";
import { notificationRouter } from "./notification/router.ts";
import { notificationRuleRouter } from "./notification-rule/router.ts";
import { personRouter } from "./person/router.ts";
import { portalRouter } from "./portal/router.ts";
import { rotaRouter } from "./rota/router.ts";
import { sessionRouter } from "./session/router.ts";
import { systemRouter } from "./system/router.ts";
import { router } from "./trpc.ts";

/** The whole API of the console. */
export const appRouter = router({
  alert: alertRouter,
  audit: auditRouter,
  bot: botRouter,
  conversation: conversationRouter,
  deadLetter: deadLetterRouter,
  hook: hookRouter,
  notification: notificationRouter,
  notificationRule: notificationRuleRouter,
  person: personRouter,
  portal: portalRouter,
  rota: rotaRouter,
  session: sessionRouter,
  system: systemRouter,
});
export type AppRouter = typeof appRouter;
