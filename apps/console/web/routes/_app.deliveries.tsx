import { createFileRoute } from "@tanstack/react-router";

import { PageSkeleton } from "../components/page-skeleton.tsx";
import { DeliveryRoom } from "../features/delivery/delivery-room.tsx";
import { RoomSearch } from "../features/delivery/search.ts";
import { RoomTexts } from "../i18n/room-texts.tsx";

export const Route = createFileRoute("/_app/deliveries")({
  validateSearch: RoomSearch,
  component: () => (
    <RoomTexts room="deliveries" fallback={<PageSkeleton />}>
      <DeliveryRoom />
    </RoomTexts>
  ),
});
