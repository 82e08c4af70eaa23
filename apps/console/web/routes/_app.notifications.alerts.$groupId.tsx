import { createFileRoute } from "@tanstack/react-router";

import { AlertPage } from "../features/notification/alerts/alert-page.tsx";

export const Route = createFileRoute("/_app/notifications/alerts/$groupId")({ component: Alert });

function Alert() {
  const { groupId } = Route.useParams();
  return <AlertPage key={groupId} groupId={groupId} />;
}
