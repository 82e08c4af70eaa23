import { systemStatus } from "@botdeck/db";

import { procedureFor, router } from "../trpc.ts";
import { outages } from "./outages.ts";

export const systemRouter = router({
  outages: procedureFor("lead").query(({ ctx }) => outages(ctx.db)),
  status: procedureFor("lead").query(({ ctx }) => systemStatus(ctx.db)),
});
