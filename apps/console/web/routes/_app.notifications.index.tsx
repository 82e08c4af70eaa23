import { createFileRoute, redirect } from "@tanstack/react-router";

export const Route = createFileRoute("/_app/notifications/")({
  beforeLoad: ({ search }) => {
    throw redirect({ to: "/notifications/rules", search });
  },
});
