import type { Database } from "@botdeck/db";
import { ALERT_RULE, type RuleLanguage } from "@botdeck/notifications";

import { rulesOfPortal } from "../notification-rule/rules-of-portal.ts";

/** What tells of alerts is no rule that a portal could change, yet its notifications name it like one. */
const ALERTS = { en: "Alerts", ru: "Тревоги" } as const;

/** What everything is called that notifications go by, by code: the portal's rules, and what tells of alerts. */
export async function ruleNames(
  db: Database,
  portalId: string,
  language: RuleLanguage,
): Promise<ReadonlyMap<string, string>> {
  const rules = await rulesOfPortal(db, portalId);
  const names = rules.map(({ code, rule }) => [code, rule?.title[language] ?? code] as const);
  return new Map([...names, [ALERT_RULE, ALERTS[language]]]);
}
