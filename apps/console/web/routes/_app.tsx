import { createFileRoute, Outlet, redirect } from "@tanstack/react-router";

import { Shell } from "../features/shell/shell.tsx";
import { failureOf } from "../trpc.ts";

/** Everything behind the sign-in. */
export const Route = createFileRoute("/_app")({
  beforeLoad: async ({ context: { api }, location }) => {
    try {
      await api.queryClient.ensureQueryData(api.trpc.session.me.queryOptions());
    } catch (error) {
      if (failureOf(error).code !== "UNAUTHORIZED") throw error;
      throw redirect({ to: "/login", search: { next: location.href } });
    }
  },
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
});
