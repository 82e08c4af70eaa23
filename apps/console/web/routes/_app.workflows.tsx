import { createFileRoute } from "@tanstack/react-router";

import { PageSkeleton } from "../components/page-skeleton.tsx";
import { WorkflowSearch } from "../features/workflow/search.ts";
import { WorkflowRoom } from "../features/workflow/workflow-room.tsx";
import { RoomTexts } from "../i18n/room-texts.tsx";

export const Route = createFileRoute("/_app/workflows")({
  validateSearch: WorkflowSearch,
  component: () => (
    <RoomTexts room="workflows" fallback={<PageSkeleton />}>
      <WorkflowRoom />
    </RoomTexts>
  ),
});
