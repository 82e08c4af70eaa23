import { createFileRoute } from "@tanstack/react-router";

import { RulePage } from "../features/notification/rule/rule-page.tsx";

export const Route = createFileRoute("/_app/notifications/rules/$code")({ component: Rule });

function Rule() {
  const { code } = Route.useParams();
  return <RulePage key={code} code={code === "new" ? null : code} />;
}
