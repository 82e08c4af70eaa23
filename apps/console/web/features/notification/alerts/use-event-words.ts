import { REFUSALS } from "@botdeck/notifications/source-refusals";
import { useTranslations } from "use-intl";

import { useShortTime } from "../../../components/use-short-time.ts";
import type { OpenedGroup } from "./alert-words.ts";

export type AlertEvent = OpenedGroup["events"][number];

/** What happens to a group by itself. */
const NOTES = ["quiet_hours", "inhibited", "acknowledgement_ended", "forgotten"] as const;
/** What its source is told. */
const TOLD = ["acknowledged", "silenced", "ended", "recovered"] as const;

/** What an event of a group's timeline is called, and what more is known of it; moments are the reader's own. */
export function useEventWords() {
  const t = useTranslations("notifications.alerts");
  const shortTime = useShortTime();

  const tAnswer = useTranslations("notifications.answer");

  function whatOf({ kind, personName, personId, facts, at }: AlertEvent): string {
    const name = personName ?? personId ?? t("somebody");
    // A silence is ended by one that is over at once.
    const isEnd = kind === "silenced" && isText(facts["until"]) && Date.parse(facts["until"]) <= Date.parse(at);
    if (isEnd) return tAnswer("endedBy", { name });
    const note = kind === "note" ? NOTES.find((one) => one === facts["note"]) : undefined;
    if (note !== undefined) return t(`notes.${note}`, { by: String(facts["by"] ?? "") });
    return t(`events.${kind}`, { name });
  }

  function moreOf({ kind, personId, facts }: AlertEvent): string[] {
    const { firing, total, level, round, away, quiet, until, dialogId, what, refusal, reason, note } = facts;
    const told = TOLD.find((one) => one === what);
    const refused = REFUSALS.find((one) => one === refusal);
    const isOwnNote = kind === "note" && !NOTES.some((one) => one === note);
    const parts: (string | false)[] = [
      typeof firing === "number" && typeof total === "number" && t("firing", { firing, total }),
      typeof level === "number" && t("level", { level }),
      typeof round === "number" && round > 1 && t("round", { round }),
      isText(away) && t("away", { names: away }),
      typeof quiet === "number" && quiet > 0 && t("quiet", { count: quiet }),
      isText(until) && t("until", { time: shortTime(until) }),
      kind === "silenced" && until === null && t("untilRecovery"),
      isText(dialogId) && personId === null && t("inChat", { id: dialogId }),
      told !== undefined && t(`told.${told}`),
      refused !== undefined && t(`refusals.${refused}`, { status: String(facts["status"] ?? "") }),
      isText(reason) && reason,
      isOwnNote && isText(note) && note,
    ];
    return parts.filter((part): part is string => part !== false);
  }

  return { whatOf, moreOf };
}

const isText = (value: AlertEvent["facts"][string] | undefined): value is string =>
  typeof value === "string" && value !== "";
