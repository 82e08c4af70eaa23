import { createFileRoute } from "@tanstack/react-router";

import { OnCallPage } from "../features/notification/on-call/on-call-page.tsx";

export const Route = createFileRoute("/_app/notifications/on-call")({ component: OnCallPage });
