import { createFileRoute } from "@tanstack/react-router";

import { WorkflowsPage } from "../features/workflow/workflows-page.tsx";

export const Route = createFileRoute("/_app/workflows/")({ component: WorkflowsPage });
