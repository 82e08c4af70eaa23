import { BEFORE_FIELDS, POSTED_FIELDS, RECORD_FIELDS, type RuleRecord, SETTING_FIELDS } from "@botdeck/notifications";

const EVERYWHERE = ["change", "actor", ...SETTING_FIELDS.map((field) => `settings.${field}`)];

/** What conditions of rules may ask of an event, by the kind of record; `posted` is what another system posts, all else of which only its sender knows. */
export const NAMES_IN_CONDITIONS: Readonly<Record<RuleRecord | "posted", readonly string[]>> = {
  lead: namesOf("lead"),
  deal: namesOf("deal"),
  task: namesOf("task"),
  posted: [...POSTED_FIELDS.map((field) => `record.${field}`), ...EVERYWHERE],
};

function namesOf(kind: RuleRecord): string[] {
  return [
    ...RECORD_FIELDS[kind].map((field) => `record.${field}`),
    ...BEFORE_FIELDS[kind].map((field) => `before.${field}`),
    ...EVERYWHERE,
  ];
}
