import type { inferRouterOutputs } from "@trpc/server";

import type { AppRouter } from "../../../../server/root.ts";

/** A letter with everything around it. */
export type OpenedLetter = inferRouterOutputs<AppRouter>["deadLetter"]["get"];
