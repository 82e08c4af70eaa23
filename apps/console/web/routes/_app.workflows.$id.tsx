import { createFileRoute } from "@tanstack/react-router";

import { WorkflowPage } from "../features/workflow/detail/workflow-page.tsx";

export const Route = createFileRoute("/_app/workflows/$id")({ component: OneWorkflow });

function OneWorkflow() {
  const { id } = Route.useParams();
  return <WorkflowPage key={id} id={id} />;
}
