import type { inferRouterOutputs } from "@trpc/server";

import type { AppRouter } from "../../../../server/root.ts";

export type PortalRule = inferRouterOutputs<AppRouter>["notificationRule"]["list"][number];
export type Rule = NonNullable<PortalRule["rule"]>;
export type Audience = Rule["audience"][number];
export type Language = keyof Rule["template"];
