import { Field, Textarea } from "@botdeck/ui";
import { useTranslations } from "use-intl";

const LEAST_CHARACTERS = 3;
const MOST_CHARACTERS = 500;

type Props = { value: string; isTried: boolean; onChange: (value: string) => void };

/** Why somebody does it; kept with the act. */
export function ReasonField({ value, isTried, onChange }: Props) {
  const t = useTranslations("deliveries.act");
  return (
    <Field label={t("reason")} hint={t("reasonHint")} error={isTried && !isReason(value) && t("reasonMissing")}>
      <Textarea
        value={value}
        maxLength={MOST_CHARACTERS}
        onChange={({ target }) => onChange(target.value)}
        className="max-h-40"
      />
    </Field>
  );
}

/** Long enough to mean something. */
export const isReason = (value: string): boolean => value.trim().length >= LEAST_CHARACTERS;
