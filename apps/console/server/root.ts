import { auditRouter } from "./audit/router.ts";
import { botRouter } from "./bot/router.ts";
import { conversationRouter } from "./conversation/router.ts";
import { deadLetterRouter } from "./dead-letter/router.ts";
import { personRouter } from "./person/router.ts";
import { portalRouter } from "./portal/router.ts";
import { sessionRouter } from "./session/router.ts";
import { systemRouter } from "./system/router.ts";
import { router } from "./trpc.ts";

/** The whole API of the console. */
export const appRouter = router({
  audit: auditRouter,
  bot: botRouter,
  conversation: conversationRouter,
  deadLetter: deadLetterRouter,
  person: personRouter,
  portal: portalRouter,
  session: sessionRouter,
  system: systemRouter,
});
export type AppRouter = typeof appRouter;
