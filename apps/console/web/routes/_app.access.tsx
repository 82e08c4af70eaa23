import { createFileRoute } from "@tanstack/react-router";

import { PageSkeleton } from "../components/page-skeleton.tsx";
import { AccessRoom } from "../features/access/access-room.tsx";
import { RoomTexts } from "../i18n/room-texts.tsx";

export const Route = createFileRoute("/_app/access")({
  component: () => (
    <RoomTexts room="access" fallback={<PageSkeleton />}>
      <AccessRoom />
    </RoomTexts>
  ),
});
