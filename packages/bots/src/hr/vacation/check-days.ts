import { createTranslate, plainWords, type RequestContext } from "@botdeck/dialog";

import type { AbsenceKind, AbsenceSpan, HrServices } from "../services.ts";
import type { HrSettings } from "../settings.ts";
import { hrTexts } from "../texts/index.ts";
import { balancesOf, type BalanceRule, shortOf } from "./balance-rule.ts";
import { daysInWords } from "./days-in-words.ts";
import type { Checked } from "./take-checked.ts";
import { isTooMany, namesOf } from "./team-line.ts";

type Params = { kind: AbsenceKind; days: AbsenceSpan; editId: string | null };

const TAKEN = ["requested", "approved", "over"];

export const balanceRuleOf = (settings: HrSettings): BalanceRule => ({ ...settings, calendar: settings });

/** Whether these days may be asked for, and what speaks against it. */
export async function checkDays(
  { kind, days, editId }: Params,
  { services, settings, language, at }: RequestContext<HrSettings, HrServices>,
): Promise<Checked> {
  const t = createTranslate(hrTexts, language);
  const checked = { kind: t("kindButton", { kind }), days: daysInWords(t, days) };
  const refused = (text: string, values: Record<string, string | number>): Checked => ({
    ...checked,
    refusal: { text, values },
  });

  // Somebody may tell afterwards that they were ill.
  if (kind !== "sick" && days.toDay < dayIn(settings.timeZone, at)) return refused("daysPast", { days: checked.days });

  const year = { fromDay: `${days.fromDay.slice(0, 4)}-01-01`, toDay: `${days.toDay.slice(0, 4)}-12-31` };
  const [mine, team] = await Promise.all([
    services.absences.mine(year),
    kind === "remote" ? null : services.team.around(days),
  ]);
  const others = mine.filter(({ id }) => id !== editId);
  const other = others.find((each) => TAKEN.includes(each.state) && overlap(each, days));
  if (other !== undefined) {
    const values = { kind: t("kindName", { kind: other.kind }), days: daysInWords(t, other), state: other.state };
    return refused("daysTaken", values);
  }

  const warnings: string[] = [];
  const short =
    settings.balance === "off" ? null : shortOf(balancesOf({ ...days, kind }, others, balanceRuleOf(settings)));
  if (short !== null) {
    const values = { year: short.year, left: short.left, needed: short.needed };
    if (settings.balance === "refuse") return refused("balanceShort", values);
    warnings.push(t("balanceWarning", values));
  }
  if (kind === "paid" || kind === "unpaid") {
    if (team !== null && isTooMany(team, settings.mostAway)) {
      const values = { size: team.size, away: team.away.length, names: plainWords(namesOf(t, team)) };
      warnings.push(t("teamAway", values));
    }
  }
  return warnings.length === 0 ? checked : { ...checked, warning: warnings.join(" ") };
}

/** The calendar day that it is there. */
export const dayIn = (timeZone: string, at: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(new Date(at));

/** Whether two absences share at least half a day. */
function overlap(one: AbsenceSpan, other: AbsenceSpan): boolean {
  const begin = ({ fromDay, fromNoon }: AbsenceSpan) => `${fromDay}${fromNoon ? "p" : "a"}`;
  const end = ({ toDay, untilNoon }: AbsenceSpan) => `${toDay}${untilNoon ? "a" : "p"}`;
  return begin(one) <= end(other) && begin(other) <= end(one);
}
