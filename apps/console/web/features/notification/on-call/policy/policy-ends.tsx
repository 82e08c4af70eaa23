import { Field, Input, Select } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { FormSection } from "../../rule/form-section.tsx";
import { NumberInput } from "../editing/number-input.tsx";
import type { Policy } from "./draft.ts";

const PASSING = ["info", "warning", "critical", "never"] as const;
const HOUR = 3_600;

type Props = {
  policy: Policy;
  problemAt: (place: string) => string | null;
  onChange: (change: Partial<Policy>) => void;
};

/** What a policy does when nobody answers, in quiet hours, and after an acknowledgement. */
export function PolicyEnds({ policy, problemAt, onChange }: Props) {
  const t = useTranslations("notifications.policies.form");
  return (
    <>
      <FormSection title={t("after")}>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("repeats")} error={problemAt("repeats")}>
            <NumberInput
              value={policy.repeats}
              min={0}
              max={10}
              onChange={(repeats) => onChange({ repeats: repeats ?? 0 })}
              className="max-w-28"
            />
          </Field>
          <Field label={t("fallback")} hint={t("fallbackHint")} error={problemAt("fallbackDialogId")}>
            <Input
              value={policy.fallbackDialogId ?? ""}
              onChange={({ target }) =>
                onChange({ fallbackDialogId: target.value.trim() === "" ? null : target.value.trim() })
              }
            />
          </Field>
        </div>
      </FormSection>
      <FormSection title={t("quiet")}>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("passes")} hint={t("passesHint")}>
            <Select
              value={policy.passesQuietHoursFrom}
              options={PASSING.map((value) => ({ value, label: t(`passing.${value}`) }))}
              onChange={(passesQuietHoursFrom) => onChange({ passesQuietHoursFrom })}
            />
          </Field>
          <Field label={t("acknowledged")} hint={t("acknowledgedHint")} error={problemAt("acknowledgedSeconds")}>
            <NumberInput
              value={policy.acknowledgedSeconds === null ? null : policy.acknowledgedSeconds / HOUR}
              min={0}
              max={168}
              step={0.25}
              onChange={(hours) => onChange({ acknowledgedSeconds: hours === null ? null : Math.round(hours * HOUR) })}
              className="max-w-28"
            />
          </Field>
        </div>
      </FormSection>
    </>
  );
}
