import { factsToKeep, RECORD_FIELDS, type RuleRecord } from "@botdeck/notifications";

const SETTINGS = ["settings.staleDays", "settings.bigDeal"];
const EVERYWHERE = ["change", "actor", ...SETTINGS];

/** What conditions of rules may ask of an event, by the kind of record; of what another system posts only its sender knows. */
export const NAMES_IN_CONDITIONS: Readonly<Record<RuleRecord, readonly string[]>> = {
  lead: namesOf("lead"),
  deal: namesOf("deal"),
  task: namesOf("task"),
};

function namesOf(kind: RuleRecord): string[] {
  const before = Object.keys(factsToKeep(kind, {}));
  return [
    ...RECORD_FIELDS[kind].map((field) => `record.${field}`),
    ...before.map((field) => `before.${field}`),
    ...EVERYWHERE,
  ];
}
