import { createFileRoute } from "@tanstack/react-router";

import { PageSkeleton } from "../components/page-skeleton.tsx";
import { DeliveriesPage } from "../features/delivery/deliveries-page.tsx";
import { RoomTexts } from "../i18n/room-texts.tsx";

export const Route = createFileRoute("/_app/deliveries/")({
  component: () => (
    <RoomTexts room="deliveries" fallback={<PageSkeleton />}>
      <DeliveriesPage />
    </RoomTexts>
  ),
});
