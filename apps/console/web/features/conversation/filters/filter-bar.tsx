import { useNavigate } from "@tanstack/react-router";

import { RoomTexts } from "../../../i18n/room-texts.tsx";
import type { WantedList } from "../search.ts";
import { ActiveFilters } from "./active-filters.tsx";
import { FilterMenu } from "./filter-menu.tsx";
import { PersonSearch } from "./person-search.tsx";
import { SaveView } from "./save-view.tsx";

/** What narrows the list, all of it kept in the address: a client's name, bot, line, topic, whose, and how late. */
export function FilterBar({ wanted }: { wanted: WantedList }) {
  const navigate = useNavigate();
  const change = (changes: Partial<WantedList>) =>
    // Over what the address says by then: a second change may come before the first is drawn.
    void navigate({ to: "/conversations", search: ({ id: _id, ...now }) => ({ ...now, ...changes }), replace: true });
  return (
    <RoomTexts room="list" fallback={null}>
      <div role="search" className="flex h-full items-center gap-2 px-4">
        <PersonSearch wanted={wanted} onChange={change} />
        <ActiveFilters wanted={wanted} onChange={change} />
        <FilterMenu wanted={wanted} onChange={change} />
        <SaveView wanted={wanted} />
      </div>
    </RoomTexts>
  );
}
