import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod/mini";

import { PageSkeleton } from "../components/page-skeleton.tsx";
import { ConnectPage, WAYS } from "../features/portal/connect-page.tsx";
import { RoomTexts } from "../i18n/room-texts.tsx";

const Search = z.object({ way: z.catch(z.optional(z.enum(["webhook", "app"])), undefined) });

export const Route = createFileRoute("/_app/portals/connect")({ validateSearch: Search, component: Connect });

function Connect() {
  const { way = WAYS[0] } = Route.useSearch();
  return (
    <RoomTexts room="portals" fallback={<PageSkeleton />}>
      <ConnectPage way={way} />
    </RoomTexts>
  );
}
