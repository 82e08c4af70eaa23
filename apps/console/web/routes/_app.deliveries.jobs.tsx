import { createFileRoute } from "@tanstack/react-router";

import { JobsPage } from "../features/delivery/jobs/jobs-page.tsx";
import { JobSearch } from "../features/delivery/search.ts";

export const Route = createFileRoute("/_app/deliveries/jobs")({ validateSearch: JobSearch, component: JobsPage });
