import { systemStatus } from "@botdeck/db";

import { procedureFor, router } from "../trpc.ts";

export const systemRouter = router({
  status: procedureFor("lead").query(({ ctx }) => systemStatus(ctx.db)),
});
