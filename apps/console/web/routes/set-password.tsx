import { createFileRoute } from "@tanstack/react-router";

import { SetPasswordPage } from "../features/session/set-password-page.tsx";
import { RoomTexts } from "../i18n/room-texts.tsx";

/** Where a link from an administrator leads; what it is good for stands behind the `#`, which no server is told. */
export const Route = createFileRoute("/set-password")({
  component: () => (
    <RoomTexts room="entry" fallback={null}>
      <SetPasswordPage />
    </RoomTexts>
  ),
});
