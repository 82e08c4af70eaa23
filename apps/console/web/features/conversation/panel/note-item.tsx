import { StickyNote } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";

import type { ShownNote } from "./merge-timeline.ts";

/** What colleagues told each other; no client ever sees it, and it looks like nothing that one could. */
export function NoteItem({ note: { authorName, text, at } }: { note: ShownNote }) {
  const t = useTranslations("notes");
  const format = useFormatter();
  return (
    <article
      data-note
      className="mx-auto w-full max-w-[min(36rem,95%)] rounded-md border border-dashed border-warning bg-warning-tint px-3 py-2"
    >
      <p className="mb-0.5 flex items-center gap-1.5 text-xs font-medium text-warning">
        <StickyNote aria-hidden className="size-3 shrink-0" />
        <span className="min-w-0 flex-1 truncate">{t("by", { name: authorName })}</span>
        <time dateTime={at} className="font-normal tabular-nums">
          {format.dateTime(new Date(at), "clock")}
        </time>
      </p>
      <p className="wrap-anywhere whitespace-pre-wrap">{text}</p>
    </article>
  );
}
