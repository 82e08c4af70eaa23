import { createFileRoute } from "@tanstack/react-router";

import { OnCallPage } from "../features/notification/on-call/on-call-page.tsx";
import { OnCallSearch } from "../features/notification/on-call/search.ts";

export const Route = createFileRoute("/_app/notifications/on-call/")({
  validateSearch: OnCallSearch,
  component: OnCallPage,
});
