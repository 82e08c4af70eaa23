import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

type Props = { summary: ReactNode; children: ReactNode };

/** A row of a list that tells in short what it is, and all of it when it is opened. */
export function OpenedRow({ summary, children }: Props) {
  return (
    <details className="group">
      <summary className="flex cursor-pointer list-none items-start gap-2 px-4 py-2.5 hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="mt-0.5 size-4 shrink-0 text-ink-muted transition-transform group-open:rotate-90"
        />
        {summary}
      </summary>
      <div className="flex flex-col gap-2 px-4 pt-1 pb-3 pl-10">{children}</div>
    </details>
  );
}
