import { conversationRouter } from "./conversation/router.ts";
import { portalRouter } from "./portal/router.ts";
import { sessionRouter } from "./session/router.ts";
import { systemRouter } from "./system/router.ts";
import { router } from "./trpc.ts";

/** The whole API of the console. */
export const appRouter = router({
  conversation: conversationRouter,
  portal: portalRouter,
  session: sessionRouter,
  system: systemRouter,
});
export type AppRouter = typeof appRouter;
