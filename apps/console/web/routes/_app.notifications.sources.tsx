import { createFileRoute } from "@tanstack/react-router";

import { SourcesPage } from "../features/notification/sources/sources-page.tsx";

export const Route = createFileRoute("/_app/notifications/sources")({ component: SourcesPage });
