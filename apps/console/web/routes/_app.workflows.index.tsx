import { createFileRoute } from "@tanstack/react-router";

import { PageSkeleton } from "../components/page-skeleton.tsx";
import { WorkflowsPage } from "../features/workflow/workflows-page.tsx";
import { RoomTexts } from "../i18n/room-texts.tsx";

export const Route = createFileRoute("/_app/workflows/")({
  component: () => (
    <RoomTexts room="workflows" fallback={<PageSkeleton />}>
      <WorkflowsPage />
    </RoomTexts>
  ),
});
