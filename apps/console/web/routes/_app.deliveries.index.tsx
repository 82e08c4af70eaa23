import { createFileRoute } from "@tanstack/react-router";

import { QueuePage } from "../features/delivery/queue/queue-page.tsx";

export const Route = createFileRoute("/_app/deliveries/")({ component: QueuePage });
