import { Button, Card, cn, EmptyState } from "@botdeck/ui";
import { CloudOff, History as HistoryIcon } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { useShortTime } from "../../../components/use-short-time.ts";
import { useAhead } from "../use-ahead.ts";
import { linesThatMatter, nextTimerOf } from "./lines-that-matter.ts";
import type { HistoryLine, WorkflowLook, WorkflowTold } from "./opened-workflow.ts";
import { useLineWords } from "./use-line-words.ts";

const MISSING = { away: "away", unknown: "unknown", not_connected: "notConnected" } as const;

/** What a workflow did, heard and waited for, in words; or why that cannot be shown now. */
export function History({ told }: { told: WorkflowTold }) {
  const t = useTranslations("workflows.history");
  if (told.is !== "shown") {
    const texts = MISSING[told.is];
    return (
      <Card data-history={told.is}>
        <EmptyState
          icon={told.is === "away" ? <CloudOff /> : <HistoryIcon />}
          title={t(`${texts}.title`)}
          text={t(`${texts}.text`)}
        />
      </Card>
    );
  }
  return (
    <>
      <NextTimer look={told} />
      <Lines look={told} />
    </>
  );
}

function NextTimer({ look }: { look: WorkflowLook }) {
  const t = useTranslations("workflows.timers");
  const shortTime = useShortTime();
  const ahead = useAhead();
  const dueAt = nextTimerOf(look.history);
  if (dueAt === null) return null;
  return (
    <Card className="flex flex-wrap items-baseline gap-x-3">
      <h3 className="text-lg font-semibold">{t("title")}</h3>
      <p>
        {t("due", { age: ahead(dueAt) })} <span className="text-ink-muted">({shortTime(dueAt)})</span>
      </p>
    </Card>
  );
}

function Lines({ look: { history, isWhole } }: { look: WorkflowLook }) {
  const t = useTranslations("workflows.history");
  const [showsAll, setShowsAll] = useState(false);
  const few = linesThatMatter(history);
  const lines = showsAll ? history : few;
  const hidden = history.length - few.length;
  return (
    <Card className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-lg font-semibold">{t("title")}</h3>
        {hidden > 0 && (
          <Button size="sm" aria-pressed={showsAll} onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? t("less") : t("all", { count: hidden })}
          </Button>
        )}
      </div>
      {!isWhole && <p className="text-sm text-ink-muted">{t("bounded")}</p>}
      <ol data-timeline>
        {lines.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines are only added at the end, and have nothing else of their own
          <Line key={index} line={line} />
        ))}
      </ol>
    </Card>
  );
}

function Line({ line }: { line: HistoryLine }) {
  const words = useLineWords();
  const shortTime = useShortTime();
  const more = words.moreOf(line);
  return (
    <li className="relative pb-3 pl-5 last:pb-0">
      <span aria-hidden className="absolute top-2 bottom-0 left-[3px] w-px bg-line in-[li:last-child]:hidden" />
      <span aria-hidden className={cn("absolute top-1.5 left-0 size-[7px] rounded-full", dotOf(line))} />
      <p className="wrap-anywhere">{words.whatOf(line)}</p>
      <p className="flex flex-wrap gap-x-2 text-sm text-ink-muted">
        <time dateTime={line.at}>{shortTime(line.at)}</time>
        {more !== null && <span className="min-w-0 wrap-anywhere">{more}</span>}
      </p>
    </li>
  );
}

/** What its dot says: wrong, under way, somebody's word, or done. */
function dotOf(line: HistoryLine): string {
  switch (line.kind) {
    case "did":
      if (line.failure !== null) return "bg-danger";
      return line.endedAt === null ? "bg-warning" : "bg-neutral";
    case "waited":
      return line.state === "waits" ? "bg-warning" : "bg-neutral";
    case "heard":
      return "bg-bot";
    case "began":
      return "bg-human";
    case "ended":
      return line.how === "completed" || line.how === "went_on" ? "bg-human" : "bg-danger";
  }
}
