import { portalNames } from "@botdeck/db";

import { procedureFor, router } from "../trpc.ts";

export const portalRouter = router({
  list: procedureFor("viewer").query(({ ctx }) => portalNames(ctx.db)),
});
