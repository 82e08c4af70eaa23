import { Field, Select } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import type { Rule } from "../rules/rule-types.ts";

const URGENCIES = ["urgent", "normal", "calm"] as const;
const DELIVERIES = ["single", "digest"] as const;

type Delivered = Pick<Rule, "urgency" | "delivery">;

/** How soon people are told, and whether one by one. */
export function DeliveryField({ rule, onChange }: { rule: Delivered; onChange: (change: Partial<Delivered>) => void }) {
  const t = useTranslations("notifications");
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t("rule.urgency")} hint={t("rule.urgencyHint")}>
        <Select
          value={rule.urgency}
          options={URGENCIES.map((value) => ({ value, label: t(`rules.urgencies.${value}`) }))}
          onChange={(urgency) => onChange({ urgency })}
        />
      </Field>
      <Field label={t("rule.delivery")}>
        <Select
          value={rule.delivery}
          options={DELIVERIES.map((value) => ({ value, label: t(`rules.deliveries.${value}`) }))}
          onChange={(delivery) => onChange({ delivery })}
        />
      </Field>
    </div>
  );
}
