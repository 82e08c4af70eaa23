import { Button } from "@botdeck/ui";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ArrowUp } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { FailedState } from "../../components/failed-state.tsx";
import { useKeys } from "../../components/use-keys.ts";
import { ConversationRows } from "./conversation-rows.tsx";
import { focusedRowId, focusRow, scrollToRow } from "./focus-row.ts";
import { ListEmpty } from "./list-empty.tsx";
import { ListSkeleton } from "./list-skeleton.tsx";
import type { WantedList } from "./search.ts";
import { useLiveList } from "./use-live-list.ts";

type Props = { wanted: WantedList; isPaused: boolean; onPause: (isPaused: boolean) => void };

/** The rows of one list. It moves by itself only while the reader is at its top and has not paused it. */
export function ListBody({ wanted, isPaused, onPause }: Props) {
  const t = useTranslations();
  const navigate = useNavigate();
  const { id: openId } = useSearch({ from: "/_app/conversations" });
  const [isScrolled, setIsScrolled] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useLiveList(wanted, isPaused ? "still" : isScrolled ? "hold" : "flow");
  const { rows } = list;

  const open = (id: string) => void navigate({ to: "/conversations", search: { ...wanted, id }, replace: true });
  const letFlow = () => {
    scroller.current?.scrollTo({ top: 0 });
    setIsScrolled(false);
    onPause(false);
  };
  const step = (by: 1 | -1) => {
    const from = rows.findIndex((row) => row.id === (openId ?? focusedRowId()));
    const index = Math.min(Math.max(from + by, 0), rows.length - 1);
    const next = rows[index];
    if (next === undefined || scroller.current === null) return;
    scrollToRow(scroller.current, index);
    if (openId === undefined) focusRow(next.id);
    else open(next.id);
  };
  useKeys({ KeyJ: () => step(1), KeyK: () => step(-1) });

  return (
    <>
      {list.isError && (
        <FailedState
          className="m-3"
          title={t("conversations.failed")}
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      )}
      {list.isPending && <ListSkeleton />}
      {list.isSuccess && rows.length === 0 && <ListEmpty wanted={wanted} />}
      {rows.length > 0 && (
        <div className="relative min-h-0 flex-1">
          {list.freshCount > 0 && (
            <Button
              variant="primary"
              size="sm"
              onClick={letFlow}
              className="absolute top-2 left-1/2 z-10 -translate-x-1/2 rounded-full shadow-popup @xl:top-10"
            >
              <ArrowUp aria-hidden />
              {t("conversations.fresh", { count: list.freshCount })}
            </Button>
          )}
          <ConversationRows
            rows={rows}
            openId={openId}
            scroller={scroller}
            onScrolled={setIsScrolled}
            hasMore={list.hasNextPage}
            isLoadingMore={list.isFetchingNextPage}
            onNeedMore={() => void list.fetchNextPage()}
          />
        </div>
      )}
    </>
  );
}
