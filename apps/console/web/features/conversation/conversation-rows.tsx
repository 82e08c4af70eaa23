import { Skeleton } from "@botdeck/ui";
import { type RefObject, useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl";

import { useWindow } from "../../components/use-window.ts";
import type { Conversation } from "../../live/open-stream.ts";
import { ConversationRow } from "./conversation-row.tsx";
import { HEADER_LOOK } from "./row-look.ts";
import { useRowHeight } from "./use-row-height.ts";

/** More is fetched when the reader comes this near to the end. */
const ROWS_AHEAD = 10;

type Props = {
  rows: Conversation[];
  openId: string | undefined;
  scroller: RefObject<HTMLDivElement | null>;
  onScrolled: (isScrolled: boolean) => void;
  hasMore: boolean;
  isLoadingMore: boolean;
  onNeedMore: () => void;
};

/** The rows that are in sight, out of as many as there are. */
export function ConversationRows({ rows, openId, scroller, onScrolled, hasMore, isLoadingMore, onNeedMore }: Props) {
  const t = useTranslations("conversations");
  const rowHeight = useRowHeight(scroller);
  const { start, end } = useWindow({ scroller, count: rows.length, rowHeight });
  const isNearEnd = end >= rows.length - ROWS_AHEAD;
  const needMore = useEffectEvent(onNeedMore);
  useEffect(() => {
    if (hasMore && isNearEnd && !isLoadingMore) needMore();
  }, [hasMore, isNearEnd, isLoadingMore]);

  return (
    <div
      role="table"
      aria-label={t("title")}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      className="flex h-full flex-col"
    >
      <ColumnHeads />
      <div
        ref={scroller}
        role="rowgroup"
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain"
        onScroll={(event) => onScrolled(event.currentTarget.scrollTop > rowHeight / 2)}
      >
        <div role="presentation" className="relative w-full" style={{ height: rows.length * rowHeight }}>
          {rows.slice(start, end).map((row, index) => (
            <ConversationRow
              key={row.id}
              conversation={row}
              isOpen={row.id === openId}
              // Row 1 are the heads.
              rowIndex={start + index + 2}
              top={(start + index) * rowHeight}
            />
          ))}
        </div>
        {isLoadingMore && (
          <div role="status" aria-label={t("loadingMore")} className="px-4 py-3">
            <Skeleton />
          </div>
        )}
      </div>
    </div>
  );
}

function ColumnHeads() {
  const t = useTranslations("conversations.columns");
  return (
    <div role="rowgroup">
      <div role="row" className={HEADER_LOOK}>
        <span role="columnheader">{t("state")}</span>
        <span role="columnheader">{t("person")}</span>
        <span role="columnheader">{t("message")}</span>
        <span role="columnheader" className="@max-3xl:hidden">
          {t("leads")}
        </span>
        <span role="columnheader">{t("waits")}</span>
        <span role="columnheader">{t("time")}</span>
      </div>
    </div>
  );
}
