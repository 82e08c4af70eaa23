import { lazy, Suspense, useState } from "react";

import { useKeys } from "../../components/use-keys.ts";
import { ListBody } from "./list-body.tsx";
import { ListHeader } from "./list-header.tsx";
import { listKey, type WantedList } from "./search.ts";

// The rows do not wait for it.
const FilterBar = lazy(() => import("./filters/filter-bar.tsx").then((module) => ({ default: module.FilterBar })));

/** A list of conversations, under what says which and narrows it: that stays, whatever list is below. */
export function ConversationList({ wanted }: { wanted: WantedList }) {
  const [isPaused, setIsPaused] = useState(false);
  useKeys({ KeyP: () => setIsPaused((before) => !before) });
  return (
    <div className="@container flex h-full flex-col">
      <ListHeader wanted={wanted} isPaused={isPaused} onPause={setIsPaused} />
      <div className="h-11 shrink-0 border-b border-line">
        <Suspense>
          <FilterBar wanted={wanted} />
        </Suspense>
      </div>
      <ListBody key={listKey(wanted)} wanted={wanted} isPaused={isPaused} onPause={setIsPaused} />
    </div>
  );
}
