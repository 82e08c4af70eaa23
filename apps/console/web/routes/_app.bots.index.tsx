import { createFileRoute } from "@tanstack/react-router";

import { BotsPage } from "../features/bot/bots-page.tsx";
import { PageSkeleton } from "../components/page-skeleton.tsx";
import { RoomTexts } from "../i18n/room-texts.tsx";

export const Route = createFileRoute("/_app/bots/")({
  component: () => (
    <RoomTexts room="bots" fallback={<PageSkeleton />}>
      <BotsPage />
    </RoomTexts>
  ),
});
