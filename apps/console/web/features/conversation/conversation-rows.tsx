import { Skeleton } from "@botdeck/ui";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { useTranslations } from "use-intl";

import type { Conversation } from "../../live/open-stream.ts";
import { ConversationRow } from "./conversation-row.tsx";
import { HEADER_LOOK } from "./row-look.ts";

/** Heights in pixels, as `ConversationRow` sets them. */
const ROW_HEIGHT = 40;
const CARD_HEIGHT = 84;
/** The container's width at which Tailwind's `@xl` begins. */
const CARD_BELOW_WIDTH = 576;
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
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  });
  useEffect(() => virtualizer.measure(), [rowHeight, virtualizer]);

  const items = virtualizer.getVirtualItems();
  const isNearEnd = (items.at(-1)?.index ?? 0) >= rows.length - ROWS_AHEAD;
  const needMore = useEffectEvent(onNeedMore);
  useEffect(() => {
    if (hasMore && isNearEnd && !isLoadingMore) needMore();
  }, [hasMore, isNearEnd, isLoadingMore]);

  const reveal = useEffectEvent((id: string) => {
    virtualizer.scrollToIndex(rows.findIndex((row) => row.id === id));
    requestAnimationFrame(() => {
      const row = scroller.current?.querySelector(`[data-conversation-id="${CSS.escape(id)}"]`);
      row?.querySelector("a")?.focus({ preventScroll: true });
    });
  });
  useEffect(() => {
    const element = scroller.current;
    const listener = (event: Event) => reveal((event as CustomEvent<string>).detail);
    element?.addEventListener("reveal", listener);
    return () => element?.removeEventListener("reveal", listener);
  }, [scroller]);

  return (
    <div role="table" aria-label={t("title")} aria-rowcount={hasMore ? -1 : rows.length + 1} className="flex h-full flex-col">
      <div role="rowgroup">
        <div role="row" className={HEADER_LOOK}>
          <span role="columnheader">{t("columns.state")}</span>
          <span role="columnheader">{t("columns.person")}</span>
          <span role="columnheader">{t("columns.message")}</span>
          <span role="columnheader" className="@max-3xl:hidden">
            {t("columns.leads")}
          </span>
          <span role="columnheader">{t("columns.waits")}</span>
          <span role="columnheader">{t("columns.time")}</span>
        </div>
      </div>
      <div
        ref={scroller}
        role="rowgroup"
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain"
        onScroll={(event) => onScrolled(event.currentTarget.scrollTop > rowHeight / 2)}
      >
        <div role="presentation" className="relative w-full" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            return (
              row && (
                <ConversationRow
                  key={item.key}
                  conversation={row}
                  isOpen={row.id === openId}
                  rowIndex={item.index + 2}
                  top={item.start}
                />
              )
            );
          })}
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

function useRowHeight(scroller: RefObject<HTMLDivElement | null>): number {
  const [height, setHeight] = useState(ROW_HEIGHT);
  useEffect(() => {
    if (scroller.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setHeight(entry.contentRect.width < CARD_BELOW_WIDTH ? CARD_HEIGHT : ROW_HEIGHT);
    });
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [scroller]);
  return height;
}
