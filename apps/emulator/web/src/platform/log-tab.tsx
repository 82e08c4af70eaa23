import { Badge, Button, cn, EmptyState, ErrorState, Input, Select } from "@botdeck/ui";
import { Activity, ArrowDownLeft, ArrowUpRight, Eraser, Pause, Play } from "lucide-react";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { LogLine } from "../api/portal-types.ts";
import { useProblemText } from "../api/use-problem-text.ts";
import { useLog } from "./use-log.ts";

const KINDS = ["all", "call", "event", "failed"] as const;
type Kind = (typeof KINDS)[number];

/** Every REST call that came and every event that went out, as they happen. */
export function LogTab() {
  const t = useTranslations("log");
  const problemText = useProblemText();
  const [isPaused, setPaused] = useState(false);
  const [kind, setKind] = useState<Kind>("all");
  const [sought, setSought] = useState("");
  const { lines, error, clear } = useLog(isPaused);
  const shown = lines.filter(
    (line) => isOfKind(line, kind) && nameOf(line).toLowerCase().includes(sought.toLowerCase()),
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-2 md:px-4">
        <Input
          type="search"
          className="w-60 max-sm:w-full"
          aria-label={t("find")}
          placeholder={t("find")}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        <Select
          label={t("show")}
          className="w-44"
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={setKind}
        />
        <Button aria-pressed={isPaused} onClick={() => setPaused(!isPaused)}>
          {isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
          {isPaused ? t("goOn") : t("pause")}
        </Button>
        <Button variant="ghost" onClick={clear}>
          <Eraser aria-hidden />
          {t("clear")}
        </Button>
        <span className="ml-auto text-sm text-ink-muted tabular-nums">{t("count", { count: shown.length })}</span>
      </div>
      {error !== null && <ErrorState className="m-3" title={t("problem")} text={problemText(error)} />}
      {shown.length === 0 ? (
        <EmptyState className="flex-1" icon={<Activity />} title={t("none")} text={t("noneText")} />
      ) : (
        <ol aria-label={t("title")} tabIndex={0} className="min-h-0 flex-1 overflow-y-auto -outline-offset-2">
          {shown.map((line) => (
            <li key={line.seq}>
              <Line line={line} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Line({ line }: { line: LogLine }) {
  const t = useTranslations("log");
  const format = useFormatter();
  const isCall = line.kind === "call";
  const Sign = isCall ? ArrowDownLeft : ArrowUpRight;
  const isFailed = hasFailed(line);
  const details = isCall ? { params: line.params, result: line.result } : { handler: line.handler, data: line.data };
  return (
    <details className="group border-b border-line">
      <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-1.5 -outline-offset-2 hover:bg-sunken md:px-4">
        <time
          dateTime={line.at}
          className="w-24 shrink-0 text-sm text-ink-muted tabular-nums max-sm:w-16 max-sm:overflow-hidden"
        >
          {format.dateTime(new Date(line.at), {
            hour: "2-digit",
            minute: "2-digit",
            second: "2-digit",
            fractionalSecondDigits: 3,
            hour12: false,
          })}
        </time>
        <Sign
          aria-label={t(isCall ? "callSign" : "eventSign")}
          className={cn("size-4 shrink-0", isCall ? "text-bot" : "text-human")}
        />
        <code className="min-w-40 flex-1 font-mono text-sm wrap-anywhere">{nameOf(line)}</code>
        {isCall ? (
          <span className="text-sm text-ink-muted max-sm:hidden">{line.inBatch ? "batch" : line.auth}</span>
        ) : (
          <span className="text-sm text-ink-muted tabular-nums max-sm:hidden">
            {t("duration", { ms: line.durationMs })}
          </span>
        )}
        {isCall && line.isDropped && <Badge tone="warning">{t("dropped")}</Badge>}
        {line.error && <span className="max-w-72 truncate text-sm text-danger">{line.error}</span>}
        <Badge tone={isFailed ? "danger" : "human"}>{line.status ?? t("noAnswer")}</Badge>
      </summary>
      <pre
        className="max-h-96 overflow-auto bg-sunken px-4 py-2 font-mono text-sm whitespace-pre-wrap wrap-anywhere"
        tabIndex={0}
      >
        {JSON.stringify(details, null, 2)}
      </pre>
    </details>
  );
}

function nameOf(line: LogLine): string {
  return line.kind === "call" ? line.method : line.event;
}

function hasFailed({ status, error }: LogLine): boolean {
  return error !== null || status === null || status >= 400;
}

function isOfKind(line: LogLine, kind: Kind): boolean {
  if (kind === "all") return true;
  return kind === "failed" ? hasFailed(line) : line.kind === kind;
}
