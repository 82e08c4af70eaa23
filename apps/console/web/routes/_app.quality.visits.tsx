import { createFileRoute } from "@tanstack/react-router";

import { PageSkeleton } from "../components/page-skeleton.tsx";
import { VisitsSearch } from "../features/quality/search.ts";
import { VisitsPage } from "../features/quality/visits/visits-page.tsx";
import { RoomTexts } from "../i18n/room-texts.tsx";

export const Route = createFileRoute("/_app/quality/visits")({
  validateSearch: VisitsSearch,
  component: () => (
    <RoomTexts room="quality" fallback={<PageSkeleton />}>
      <VisitsPage />
    </RoomTexts>
  ),
});
