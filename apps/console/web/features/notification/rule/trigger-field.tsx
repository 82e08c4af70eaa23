import { Field, Select } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import type { Rule } from "../rules/rule-types.ts";
import { ChoiceChips } from "./choice-chips.tsx";

type Trigger = Rule["trigger"];

const RECORDS = ["lead", "deal", "task"] as const;
const SOURCES = ["payment", "one_c", "generic"] as const;
/** What is ever told of such a record. */
const CHANGES = {
  lead: ["added", "updated", "deleted"],
  deal: ["added", "updated", "deleted", "stale"],
  task: ["added", "updated", "deleted", "commented", "overdue"],
} as const;

type Props = { trigger: Trigger; problem: string | null; onChange: (trigger: Trigger) => void };

/** What has to happen: changes of records, or a post of another system. */
export function TriggerField({ trigger, problem, onChange }: Props) {
  const t = useTranslations("notifications");
  const current = trigger.kind === "record" ? trigger.record : trigger.source;
  const options = [...RECORDS, ...SOURCES].map((value) => ({ value, label: t(`rules.triggers.${value}`) }));
  const choose = (value: (typeof options)[number]["value"]) => {
    const record = RECORDS.find((one) => one === value);
    if (record !== undefined) return onChange({ kind: "record", record, changes: ["added"] });
    const source = SOURCES.find((one) => one === value);
    if (source !== undefined) onChange({ kind: "hook", source });
  };
  return (
    <div className="flex flex-col gap-3">
      <Field label={t("rule.of")} error={problem}>
        <Select value={current} options={options} onChange={choose} className="sm:max-w-64" />
      </Field>
      {trigger.kind === "record" && (
        <ChoiceChips
          label={t("rule.changes")}
          options={CHANGES[trigger.record].map((value) => ({ value, label: t(`rules.changes.${value}`) }))}
          chosen={trigger.changes}
          // A rule that waits for nothing is none.
          onChange={(changes) => changes.length > 0 && onChange({ ...trigger, changes })}
        />
      )}
    </div>
  );
}
