import { createFileRoute } from "@tanstack/react-router";

import { RotaPage } from "../features/notification/on-call/rota/rota-page.tsx";

export const Route = createFileRoute("/_app/notifications/on-call/$rotaId")({ component: Rota });

function Rota() {
  const { rotaId } = Route.useParams();
  return <RotaPage key={rotaId} rotaId={rotaId === "new" ? null : rotaId} />;
}
