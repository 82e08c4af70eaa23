import { createFileRoute } from "@tanstack/react-router";

import { PageSkeleton } from "../components/page-skeleton.tsx";
import { PortalPage } from "../features/portal/portal-page.tsx";
import { RoomTexts } from "../i18n/room-texts.tsx";

export const Route = createFileRoute("/_app/portals/$portalId/")({ component: Portal });

function Portal() {
  const { portalId } = Route.useParams();
  return (
    <RoomTexts room="portals" fallback={<PageSkeleton />}>
      <PortalPage key={portalId} portalId={portalId} />
    </RoomTexts>
  );
}
