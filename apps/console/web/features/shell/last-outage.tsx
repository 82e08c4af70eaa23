import { useQuery } from "@tanstack/react-query";
import { useFormatter, useNow, useTranslations } from "use-intl";

import { useTRPC } from "../../trpc.ts";

/** What came of the last outage, in one sentence; opened, it tells where something was found or could not be checked. */
export function LastOutage({ refreshMs }: { refreshMs: number }) {
  const t = useTranslations("system.outage");
  const format = useFormatter();
  const now = useNow();
  const { data } = useQuery(useTRPC().system.outages.queryOptions(undefined, { refetchInterval: refreshMs }));
  const last = data?.[0];
  if (last === undefined) return null;

  const began = new Date(last.beganAt);
  const isToday = began.toDateString() === now.toDateString();
  const at = isToday
    ? format.dateTime(began, "clock")
    : format.dateTime(began, { dateStyle: "short", timeStyle: "short" });
  const { takenIn, recovered, looked, places, unseen } = last;
  const settled = unseen === 0 ? "done" : "unsure";
  const sentence = { open: "away", recovering: last.isLooking ? "looking" : settled, closed: settled } as const;
  const text = t(sentence[last.state], { takenIn, recovered, looked, places, unseen, at });
  const textOf = ({ found, past, problem, limit, isPending }: (typeof last.told)[number]): string => {
    if (limit !== null) return t(`limits.${limit}`);
    if (problem !== null) return isPending ? t("triedAgain", { problem }) : problem;
    return past > 0 ? t("foundPast", { count: found, past }) : t("found", { count: found });
  };
  const className = "mt-1.5 border-t border-line pt-1.5 text-xs text-ink-muted";
  // With nothing to look through (everything was on a gateway's disk) there is nothing to open either.
  if (places === 0 && last.told.length === 0) {
    return (
      <p data-last-outage={last.state} className={className}>
        {text}
      </p>
    );
  }
  return (
    <details data-last-outage={last.state} className={className}>
      <summary className="cursor-pointer">{text}</summary>
      <ul className="mt-1 max-h-48 overflow-y-auto">
        <li>{t("places", { looked, places })}</li>
        {last.told.map((told) => (
          <li key={told.where} className="mt-1 break-words">
            {told.where}: {textOf(told)}
          </li>
        ))}
      </ul>
    </details>
  );
}
