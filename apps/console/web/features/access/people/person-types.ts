import type { inferRouterOutputs } from "@trpc/server";

import type { AppRouter } from "../../../../server/root.ts";

export type ConsolePerson = inferRouterOutputs<AppRouter>["login"]["list"]["rows"][number];
export type PasswordLink = { name: string; url: string; expiresAt: string };
