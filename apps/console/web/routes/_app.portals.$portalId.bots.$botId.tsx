import { createFileRoute } from "@tanstack/react-router";

import { PageSkeleton } from "../components/page-skeleton.tsx";
import { BotSettingsPage } from "../features/bot/settings/bot-settings-page.tsx";
import { RoomTexts } from "../i18n/room-texts.tsx";

export const Route = createFileRoute("/_app/portals/$portalId/bots/$botId")({ component: BotSettings });

function BotSettings() {
  const { botId } = Route.useParams();
  return (
    <RoomTexts room="bots" fallback={<PageSkeleton />}>
      <BotSettingsPage key={botId} botId={botId} />
    </RoomTexts>
  );
}
