import { createFileRoute } from "@tanstack/react-router";

import { PolicyPage } from "../features/notification/on-call/policy/policy-page.tsx";

export const Route = createFileRoute("/_app/notifications/policies/$policyId")({ component: Policy });

function Policy() {
  const { policyId } = Route.useParams();
  return <PolicyPage key={policyId} policyId={policyId === "new" ? null : policyId} />;
}
