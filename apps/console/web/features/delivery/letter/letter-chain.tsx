import { Card, cn, StatusBadge, type Tone } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { FaultNote } from "../../../components/fault/fault-note.tsx";
import { useShortTime } from "../../../components/use-short-time.ts";
import { useWords } from "../use-words.ts";
import type { OpenedLetter } from "./opened-letter.ts";

type Effect = OpenedLetter["chain"]["effects"][number];

const TONE: Record<string, Tone> = {
  sent: "human",
  done: "human",
  dead: "danger",
  uncertain: "warning",
  sending: "bot",
  running: "bot",
  ready: "bot",
  waiting: "bot",
};

/** What happened around a letter: the event, what was said because of it, and each thing that was decided with its tries. */
export function LetterChain({ letter }: { letter: OpenedLetter }) {
  const t = useTranslations("deliveries.letter");
  const words = useWords();
  const shortTime = useShortTime();
  const { event, messages, effects } = letter.chain;
  return (
    <Card>
      <h3 className="font-semibold">{t("chain")}</h3>
      {event !== null && (
        <div className="mt-2">
          <p className="flex flex-wrap items-center gap-2">
            <span>
              {t("eventText", {
                kind: words("kinds", event.kind),
                time: shortTime(event.receivedAt),
                source: words("sources", event.source),
              })}
            </span>
            <StatusBadge tone={TONE[event.status] ?? "neutral"}>{words("statuses", event.status)}</StatusBadge>
          </p>
        </div>
      )}
      {messages.length > 0 && (
        <>
          <h4 className="mt-4 text-sm font-medium text-ink-muted">{t("messages")}</h4>
          <ul className="mt-1 flex flex-col gap-1.5">
            {messages.map(({ id, authorName, text, at }) => (
              <li key={id} className="border-l-2 border-line pl-2.5">
                <p className="text-sm text-ink-muted">
                  {authorName}, <time dateTime={at}>{shortTime(at)}</time>
                </p>
                <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      <h4 className="mt-4 text-sm font-medium text-ink-muted">{t("effects")}</h4>
      {effects.length === 0 && <p className="text-ink-muted">{t("noEffects")}</p>}
      {effects.length > 0 && (
        <ol className="mt-1 divide-y divide-line">
          {effects.map((effect) => (
            <EffectRow key={effect.id} effect={effect} isThis={effect.id === letter.id} />
          ))}
        </ol>
      )}
    </Card>
  );
}

function EffectRow({ effect, isThis }: { effect: Effect; isThis: boolean }) {
  const t = useTranslations("deliveries.letter");
  const words = useWords();
  const shortTime = useShortTime();
  const { kind, status, attempts, createdAt, lastError } = effect;
  return (
    <li className={cn("py-2", isThis && "-mx-2 rounded-md bg-accent-tint px-2")}>
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{words("kinds", kind)}</span>
        <StatusBadge tone={TONE[status] ?? "neutral"}>{words("statuses", status)}</StatusBadge>
        {isThis && <span className="text-sm text-ink-muted">{t("this")}</span>}
        <time dateTime={createdAt} className="ml-auto text-sm text-ink-muted">
          {shortTime(createdAt)}
        </time>
      </p>
      {attempts.length > 0 && (
        <ul className="mt-1 flex flex-col gap-0.5 text-sm text-ink-muted">
          {attempts.map(({ attempt, outcome, detail, finishedAt }) => (
            <li key={`${attempt} ${finishedAt}`} className="wrap-anywhere">
              {t("attempt", { count: attempt })}, {shortTime(finishedAt)}: {t(`outcomes.${outcome}`)}
              {detail !== null && <FaultNote text={detail} />}
            </li>
          ))}
        </ul>
      )}
      {attempts.length === 0 && lastError !== null && (
        <FaultNote className="text-sm wrap-anywhere text-ink-muted" text={lastError} />
      )}
    </li>
  );
}
