import { createFileRoute } from "@tanstack/react-router";

import { PageSkeleton } from "../components/page-skeleton.tsx";
import { TrainingSearch } from "../features/training/search.ts";
import { TrainingPage } from "../features/training/training-page.tsx";
import { RoomTexts } from "../i18n/room-texts.tsx";

export const Route = createFileRoute("/_app/training/")({
  validateSearch: TrainingSearch,
  component: () => (
    <RoomTexts room="training" fallback={<PageSkeleton />}>
      <TrainingPage />
    </RoomTexts>
  ),
});
