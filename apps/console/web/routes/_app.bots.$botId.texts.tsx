import { createFileRoute } from "@tanstack/react-router";

import { PageSkeleton } from "../components/page-skeleton.tsx";
import { TextsPage } from "../features/bot/texts/texts-page.tsx";
import { RoomTexts } from "../i18n/room-texts.tsx";

export const Route = createFileRoute("/_app/bots/$botId/texts")({ component: Texts });

function Texts() {
  const { botId } = Route.useParams();
  return (
    <RoomTexts room="bots" fallback={<PageSkeleton />}>
      <TextsPage key={botId} botId={botId} />
    </RoomTexts>
  );
}
