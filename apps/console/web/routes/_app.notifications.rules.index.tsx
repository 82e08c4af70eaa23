import { createFileRoute } from "@tanstack/react-router";

import { RulesPage } from "../features/notification/rules/rules-page.tsx";

export const Route = createFileRoute("/_app/notifications/rules/")({ component: RulesPage });
