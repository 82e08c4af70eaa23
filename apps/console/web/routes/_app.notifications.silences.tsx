import { createFileRoute } from "@tanstack/react-router";

import { SilencesPage } from "../features/notification/alerts/silences-page.tsx";

export const Route = createFileRoute("/_app/notifications/silences")({ component: SilencesPage });
