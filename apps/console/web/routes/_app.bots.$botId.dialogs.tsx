import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod/mini";

import { DialogsPage } from "../features/bot/dialogs/dialogs-page.tsx";
import { PageSkeleton } from "../components/page-skeleton.tsx";
import { RoomTexts } from "../i18n/room-texts.tsx";

/** Which dialog is drawn; and the step at which a conversation stands, with that conversation. */
const Search = z.object({
  dialog: z.catch(z.optional(z.string()), undefined),
  at: z.catch(z.optional(z.string()), undefined),
  conversation: z.catch(z.optional(z.uuid()), undefined),
});

export const Route = createFileRoute("/_app/bots/$botId/dialogs")({ validateSearch: Search, component: Dialogs });

function Dialogs() {
  const { botId } = Route.useParams();
  const search = Route.useSearch();
  return (
    <RoomTexts room="bots" fallback={<PageSkeleton />}>
      <DialogsPage botId={botId} {...search} />
    </RoomTexts>
  );
}
