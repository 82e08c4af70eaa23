import { createFileRoute } from "@tanstack/react-router";

import { DoubtsPage } from "../features/delivery/doubts/doubts-page.tsx";

export const Route = createFileRoute("/_app/deliveries/in-doubt")({ component: DoubtsPage });
