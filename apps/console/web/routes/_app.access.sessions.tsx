import { createFileRoute } from "@tanstack/react-router";

import { SessionSearch } from "../features/access/sessions/search.ts";
import { SessionsPage } from "../features/access/sessions/sessions-page.tsx";

export const Route = createFileRoute("/_app/access/sessions")({
  validateSearch: SessionSearch,
  component: SessionsPage,
});
