import { createFileRoute } from "@tanstack/react-router";

import { PageSkeleton } from "../components/page-skeleton.tsx";
import { QualityPage } from "../features/quality/quality-page.tsx";
import { QualitySearch } from "../features/quality/search.ts";
import { RoomTexts } from "../i18n/room-texts.tsx";

export const Route = createFileRoute("/_app/quality/")({
  validateSearch: QualitySearch,
  component: () => (
    <RoomTexts room="quality" fallback={<PageSkeleton />}>
      <QualityPage />
    </RoomTexts>
  ),
});
