import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod/mini";

import { PageSkeleton } from "../components/page-skeleton.tsx";
import { NotificationRoom } from "../features/notification/notification-room.tsx";
import { RoomTexts } from "../i18n/room-texts.tsx";

/** Which portal's; the first one when left out. */
const Search = z.object({ portal: z.catch(z.optional(z.uuid()), undefined) });

export const Route = createFileRoute("/_app/notifications")({
  validateSearch: Search,
  component: () => (
    <RoomTexts room="notifications" fallback={<PageSkeleton />}>
      <NotificationRoom />
    </RoomTexts>
  ),
});
