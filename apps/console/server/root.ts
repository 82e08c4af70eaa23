import { accessPolicyRouter } from "./access-policy/router.ts";
import { accountRouter } from "./account/router.ts";
import { alertRouter } from "./alert/router.ts";
import { apiTokenRouter } from "./api-token/router.ts";
import { auditRouter } from "./audit/router.ts";
import { botRouter } from "./bot/router.ts";
import { conversationRouter } from "./conversation/router.ts";
import { deadLetterRouter } from "./dead-letter/router.ts";
import { deliveryRouter } from "./delivery/router.ts";
import { hookRouter } from "./hook/router.ts";
import { jobRouter } from "./job/router.ts";
import { loginRouter } from "./login/router.ts";
import { notificationRouter } from "./notification/router.ts";
import { notificationRuleRouter } from "./notification-rule/router.ts";
import { personRouter } from "./person/router.ts";
import { policyRouter } from "./policy/router.ts";
import { portalRouter } from "./portal/router.ts";
import { qualityRouter } from "./quality/router.ts";
import { rotaRouter } from "./rota/router.ts";
import { savedViewRouter } from "./saved-view/router.ts";
import { sessionRouter } from "./session/router.ts";
import { systemRouter } from "./system/router.ts";
import { trainingRouter } from "./training/router.ts";
import { router } from "./trpc.ts";
import { workflowRouter } from "./workflow/router.ts";

/** The whole API of the console. */
export const appRouter = router({
  accessPolicy: accessPolicyRouter,
  account: accountRouter,
  alert: alertRouter,
  apiToken: apiTokenRouter,
  audit: auditRouter,
  bot: botRouter,
  conversation: conversationRouter,
  deadLetter: deadLetterRouter,
  delivery: deliveryRouter,
  hook: hookRouter,
  job: jobRouter,
  login: loginRouter,
  notification: notificationRouter,
  notificationRule: notificationRuleRouter,
  person: personRouter,
  policy: policyRouter,
  portal: portalRouter,
  quality: qualityRouter,
  rota: rotaRouter,
  savedView: savedViewRouter,
  session: sessionRouter,
  system: systemRouter,
  training: trainingRouter,
  workflow: workflowRouter,
});
export type AppRouter = typeof appRouter;
