import { type Database, laneOf, type NewEffect, noteRuleError } from "@botdeck/db";
import { plainWords, type RecordChange } from "@botdeck/core";
import { byDefaultAmong, type Decision, faultsInWords, type RuleLanguage } from "@botdeck/notifications";

import type { PortalRules } from "./portal-rules.ts";

const TOLD: Record<RuleLanguage, (title: string, problem: string) => string> = {
  en: (title, problem) =>
    `⚠️ The notification rule “${title}” could not be evaluated, so it told nobody. ${problem}\nChange it in the console; the other rules go on.`,
  ru: (title, problem) =>
    `⚠️ Правило уведомлений «${title}» не удалось вычислить, поэтому оно никого не уведомило. ${problem}\nИсправьте его в консоли; остальные правила работают.`,
};

type About = {
  portalId: string;
  botId: string;
  eventId: string;
  portal: Pick<PortalRules, "rules" | "broken" | "owners">;
  people: RecordChange["people"];
  languageOf: (dialogId: string) => RuleLanguage;
};

/**
 * Notes which rules could not be evaluated, or not even be read, and tells their owners; who is told by default where nobody owns
 * one. Each is told once an hour at most.
 *
 * @returns What has to leave for it.
 */
export async function tellRuleFaults(
  tx: Database,
  decisions: readonly Decision[],
  { portalId, botId, eventId, portal, people, languageOf }: About,
): Promise<NewEffect[]> {
  const failed = decisions.flatMap(({ ruleCode: code, fault }) =>
    fault === null ? [] : [{ code, faults: [{ ...fault, place: "condition" }] }],
  );
  const broken = portal.broken.filter(({ isEnabled }) => isEnabled);
  const effects: NewEffect[] = [];
  for (const { code, faults } of [...failed, ...broken]) {
    if (!(await noteRuleError(tx, { portalId, code, problem: JSON.stringify(faults) }))) continue;
    const owner = portal.owners.get(code) ?? null;
    const title = portal.rules.find((rule) => rule.code === code)?.title;
    for (const dialogId of owner === null ? byDefaultAmong(people) : [owner]) {
      const language = languageOf(dialogId);
      const text = TOLD[language](plainWords(title?.[language] ?? code), plainWords(faultsInWords(faults, language)));
      const lane = laneOf({ botId, dialog: { id: dialogId } });
      const effect = { kind: "chat.send" as const, dialogId, text };
      effects.push({
        key: `${eventId}:fault:${code}:${dialogId}`,
        portalId,
        botId,
        conversationId: null,
        lane,
        effect,
      });
    }
  }
  return effects;
}
