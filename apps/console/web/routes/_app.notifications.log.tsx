import { createFileRoute } from "@tanstack/react-router";

import { LogPage } from "../features/notification/log/log-page.tsx";
import { LogSearch } from "../features/notification/log/search.ts";

export const Route = createFileRoute("/_app/notifications/log")({ validateSearch: LogSearch, component: LogPage });
