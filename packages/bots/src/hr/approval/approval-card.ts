import type { Button, Card, CardBlock } from "@botdeck/core";
import { plainWords, type Translate } from "@botdeck/dialog";

import { decisionButtons } from "../absence-buttons.ts";
import type { AbsenceFacts, TeamAway } from "../services.ts";
import type { HrTextKey } from "../texts/index.ts";
import type { YearBalance } from "../vacation/balance-rule.ts";
import { daysInWords } from "../vacation/days-in-words.ts";
import { isTooMany, mostIn, namesOf } from "../vacation/team-line.ts";

type T = Translate<HrTextKey>;

/** What whoever decides is shown. */
export type CardFacts = {
  absence: AbsenceFacts;
  dayCount: number;
  /** Null where the portal did not tell. */
  team: TeamAway | null;
  /** Share of the department that may be away. */
  mostAway: number;
  balances: readonly YearBalance[];
  /** Why they are asked: in place of somebody who is away, or because nobody has decided. */
  because: { kind: "head_away"; head: string } | { kind: "escalated" } | null;
};

type Shown = { text: string; card: Card; buttons: Button[][] };

/** The words of a request that all messages about it have. `kindAsked` is what is asked for, or about. */
export const absenceWords = (t: T, absence: AbsenceFacts) => ({
  person: plainWords(absence.personName),
  kind: t("kindName", { kind: absence.kind }),
  kindAsked: t("kindAsked", { kind: absence.kind }),
  days: daysInWords(t, absence),
});

/**
 * The message to whoever decides. Its text tells all that matters, since cards reach neither push nor e-mail.
 */
export function approvalCard(t: T, facts: CardFacts): Shown {
  const { absence, because } = facts;
  const { person, kind, kindAsked, days } = absenceWords(t, absence);
  const team = teamRow(t, facts);
  const short = facts.balances.find(({ left, needed }) => needed > left);
  const lines = [
    t("cardAsks", { person, kindAsked, days }),
    because === null
      ? ""
      : because.kind === "escalated"
        ? t("cardEscalated")
        : t("cardInstead", { head: plainWords(because.head) }),
    team.isWorthSaying ? `${t("cardTeam")}: ${team.value}.` : "",
    short === undefined ? "" : `${t("cardBalance", { year: short.year })}: ${balanceValue(t, short)}.`,
    absence.comment === "" ? "" : `${t("cardComment")}: ${plainWords(absence.comment)}`,
  ];
  const rows = [
    { name: t("cardPerson"), value: person },
    { name: t("cardKind"), value: kind },
    { name: t("cardDays"), value: days },
    { name: t("cardCount"), value: t("daysCount", { count: facts.dayCount }) },
    ...(team.value === "" ? [] : [{ name: t("cardTeam"), value: team.value }]),
    ...facts.balances.map((each) => ({ name: t("cardBalance", { year: each.year }), value: balanceValue(t, each) })),
  ];
  const blocks: CardBlock[] = [{ kind: "rows", rows }];
  if (absence.comment !== "") blocks.push({ kind: "line" }, { kind: "text", text: plainWords(absence.comment) });
  const tone = team.isTooMany || short !== undefined ? "alert" : "primary";
  const text = lines.filter((line) => line !== "").join("\n");
  return { text, card: { tone, blocks }, buttons: decisionButtons(t, absence) };
}

function teamRow(t: T, { team, mostAway }: CardFacts): { value: string; isWorthSaying: boolean; isTooMany: boolean } {
  if (team === null || team.size < 2) return { value: "", isWorthSaying: false, isTooMany: false };
  const { size, away } = team;
  if (away.length === 0) return { value: t("cardTeamFree", { size }), isWorthSaying: false, isTooMany: false };
  const tooMany = isTooMany(team, mostAway);
  const values = { size, away: away.length, names: namesOf(t, team), most: mostIn(team, mostAway) };
  return { value: t(tooMany ? "cardTeamMost" : "cardTeamAway", values), isWorthSaying: true, isTooMany: tooMany };
}

const balanceValue = (t: T, { left, needed }: YearBalance): string =>
  t(needed > left ? "cardBalanceShort" : "cardBalanceFits", { left, needed });
