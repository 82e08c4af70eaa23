import { type Alert, type Button, type Card, type CardBlock, plainWords, type Severity } from "@botdeck/core";

import type { AlertGroupState } from "./alert-group.ts";
import { ALERT_TEXTS, type AlertTexts } from "./alert-texts.ts";
import { isFlapping } from "./flapping.ts";

/** So many alerts and labels are read in a chat; the rest is a number. */
const MOST_ALERTS = 8;
const MOST_LABELS = 6;
const MARKS: Record<Severity, string> = { critical: "🔴", warning: "🟠", info: "🔵" };
const RECOVERED_MARK = "🟢";
const TONES = { critical: "alert", warning: "primary", info: "base" } as const satisfies Record<Severity, Card["tone"]>;

type Shown = { text: string; card: Card; buttons: Button[][] };

type Options = {
  group: Pick<
    AlertGroupState,
    | "title"
    | "severity"
    | "state"
    | "alerts"
    | "labels"
    | "firing"
    | "total"
    | "flaps"
    | "acknowledgedByName"
    | "silencedUntil"
    | "isSilencedUntilRecovery"
    | "firstAt"
    | "resolvedAt"
  > & { id: string };
  language: "en" | "ru";
  now: Date;
  /** Whose clock the card goes by, as IANA names it; its hours say which one that is. */
  timeZone?: string;
  /** It has not recovered for so long that nobody is paged for it any more. */
  isForgotten?: boolean;
};

/**
 * A group of alerts as a message: what it is, how many, since when, and who has it. The text tells all that matters, since
 * cards reach neither push nor e-mail. Buttons are commands of the notification bot; a group that recovered has none, since
 * nothing is left to do, and one that is given up has none that only its escalation, which is over, would heed.
 */
export function alertCard({ group, language, now, timeZone = "UTC", isForgotten = false }: Options): Shown {
  const texts = ALERT_TEXTS[language];
  const at = (moment: Date) => timeOf(moment, { now, language, timeZone });
  const isOver = group.state === "resolved";
  const title = plainWords(group.title);
  const status = statusOf(group, texts, at);
  const since = at(group.firstAt);
  const newest = group.alerts.find(({ status: is }) => isOver || is === "firing");
  const summary = newest === undefined ? "" : plainWords(newest.summary);

  const lines = [
    `${isOver ? RECOVERED_MARK : MARKS[group.severity]} [B]${texts.severity[group.severity]}: ${title}[/B]`,
    isOver ? status : `${texts.firing(group.firing, group.total)} · ${texts.sinceWhen(since)}`,
    isOver ? "" : status,
    isForgotten && !isOver ? texts.forgotten : "",
    isFlapping(group) ? texts.flapping(group.flaps + 1) : "",
    summary === title ? "" : summary,
  ];
  const blocks = blocksOf(group, texts, { since, status });
  const tone = isOver ? ("secondary" as const) : TONES[group.severity];
  return {
    text: lines.filter((line) => line !== "").join("\n"),
    card: { tone, blocks },
    buttons: isOver ? [] : buttonsOf(group, texts, { isForgotten }),
  };
}

/** Who has it, or what became of it; empty while nobody has said anything about it. */
function statusOf(group: Options["group"], texts: AlertTexts, at: (moment: Date) => string): string {
  switch (group.state) {
    case "pending":
      return texts.pending;
    case "acknowledged":
      return texts.acknowledged(plainWords(group.acknowledgedByName ?? "—"));
    case "silenced":
      return group.isSilencedUntilRecovery || group.silencedUntil === null
        ? texts.silencedUntilRecovery
        : texts.silencedUntil(at(group.silencedUntil));
    case "resolved": {
      const endedAt = group.resolvedAt ?? group.firstAt;
      const minutes = Math.floor((endedAt.getTime() - group.firstAt.getTime()) / 60_000);
      const who =
        group.acknowledgedByName === null ? "" : ` ${texts.acknowledged(plainWords(group.acknowledgedByName))}`;
      return `${texts.recovered(texts.minutes(minutes))}${who}`;
    }
    case "firing":
      return "";
  }
}

function blocksOf(
  { alerts, labels, firing, total, state }: Options["group"],
  texts: AlertTexts,
  { since, status }: { since: string; status: string },
): CardBlock[] {
  const rows = [
    { name: texts.since, value: since },
    { name: texts.count, value: texts.firing(firing, total) },
    ...(status === "" ? [] : [{ name: texts.state, value: status }]),
    ...Object.entries(labels)
      .slice(0, MOST_LABELS)
      .map(([name, value]) => ({ name: plainWords(name), value: plainWords(value) })),
  ];
  const shown = state === "resolved" ? alerts : alerts.filter((alert) => alert.status === "firing");
  const list = shown.slice(0, MOST_ALERTS).map(lineOf);
  const others = (state === "resolved" ? total : firing) - list.length;
  if (others > 0 && list.length > 0) list.push(texts.more(others));
  if (list.length === 0) return [{ kind: "rows", rows }];
  return [{ kind: "rows", rows }, { kind: "line" }, { kind: "text", text: list.join("\n") }];
}

/** An address of the source stands behind its name; what the source wrote works as no tag. */
function lineOf({ name, summary, url, status }: Alert): string {
  const plain = plainWords(name);
  const linked = url === null || /[[\]\s]/.test(url) ? plain : `[URL=${url}]${plain}[/URL]`;
  const words = plainWords(summary);
  const mark = status === "resolved" ? `${RECOVERED_MARK} ` : "";
  return words === "" || words === plain ? `${mark}${linked}` : `${mark}${linked}: ${words}`;
}

function buttonsOf(
  { id, state, alerts }: Options["group"],
  { buttons }: AlertTexts,
  { isForgotten }: { isForgotten: boolean },
): Button[][] {
  const press = (text: string, command: string, params: string): Button => ({ kind: "command", text, command, params });
  const silence = (text: string, until: string) => press(text, "silence", `${id} ${until}`);
  const url = alerts.find((alert) => alert.url !== null)?.url ?? null;
  const isOpen = state === "firing" || state === "pending";
  const work: Button[] = [
    press(buttons.ticket, "ticket", id),
    ...(url === null ? [] : [{ kind: "link" as const, text: buttons.open, url }]),
  ];
  if (isForgotten) return [work];
  return [
    [...(isOpen ? [press(buttons.ack, "ack", id)] : []), press(buttons.escalate, "escalate", id)],
    ...(state === "silenced"
      ? []
      : [
          [
            silence(buttons.silence1h, "1h"),
            silence(buttons.silence4h, "4h"),
            silence(buttons.silenceMorning, "morning"),
            silence(buttons.silenceRecovery, "recovery"),
          ],
        ]),
    work,
  ];
}

const LOCALES = { en: "en-GB", ru: "ru-RU" } as const;

/** The hour, and the day where it is not today's. */
function timeOf(
  moment: Date,
  { now, language, timeZone }: { now: Date; language: "en" | "ru"; timeZone: string },
): string {
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  const isToday = day.format(moment) === day.format(now);
  const date = isToday ? {} : { day: "numeric" as const, month: "short" as const };
  const format = { timeZone, hour: "2-digit", minute: "2-digit", timeZoneName: "short", ...date } as const;
  return new Intl.DateTimeFormat(LOCALES[language], format).format(moment);
}
