import { createRootRouteWithContext, Outlet } from "@tanstack/react-router";

import type { Api } from "../trpc.ts";

export const Route = createRootRouteWithContext<{ api: Api }>()({ component: Outlet });
