import { createFileRoute } from "@tanstack/react-router";

import { PageSkeleton } from "../components/page-skeleton.tsx";
import { PortalsPage } from "../features/portal/portals-page.tsx";
import { RoomTexts } from "../i18n/room-texts.tsx";

export const Route = createFileRoute("/_app/portals/")({
  component: () => (
    <RoomTexts room="portals" fallback={<PageSkeleton />}>
      <PortalsPage />
    </RoomTexts>
  ),
});
