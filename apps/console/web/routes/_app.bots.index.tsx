import { createFileRoute, redirect } from "@tanstack/react-router";

/** Bots stand with their portals. */
export const Route = createFileRoute("/_app/bots/")({
  beforeLoad: () => {
    throw redirect({ to: "/portals", replace: true });
  },
});
