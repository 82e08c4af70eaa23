import { createFileRoute } from "@tanstack/react-router";

import { PoliciesPage } from "../features/notification/on-call/policy/policies-page.tsx";

export const Route = createFileRoute("/_app/notifications/policies/")({ component: PoliciesPage });
