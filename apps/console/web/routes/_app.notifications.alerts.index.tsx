import { createFileRoute } from "@tanstack/react-router";

import { AlertsPage } from "../features/notification/alerts/alerts-page.tsx";
import { AlertSearch } from "../features/notification/alerts/search.ts";

export const Route = createFileRoute("/_app/notifications/alerts/")({
  validateSearch: AlertSearch,
  component: AlertsPage,
});
