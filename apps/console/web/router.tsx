import { createRouter } from "@tanstack/react-router";

import { PageError } from "./components/page-error.tsx";
import { PageMissing } from "./components/page-missing.tsx";
import { routeTree } from "./route-tree.gen.ts";
import type { Api } from "./trpc.ts";

export function buildRouter(api: Api) {
  return createRouter({
    routeTree,
    context: { api },
    defaultPreload: "intent",
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: PageMissing,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof buildRouter>;
  }
}
