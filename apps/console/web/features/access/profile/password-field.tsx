import { Field, Input } from "@botdeck/ui";
import { useTranslations } from "use-intl";

type Props = { value: string; fault: string | null; autoFocus?: boolean; onChange: (password: string) => void };

/** Where the own password is written once more, to show that it is oneself. */
export function PasswordField({ value, fault, autoFocus = false, onChange }: Props) {
  const t = useTranslations("access.factor.confirm");
  return (
    <Field label={t("password")} error={fault ?? false}>
      <Input
        type="password"
        autoComplete="current-password"
        autoFocus={autoFocus}
        value={value}
        maxLength={256}
        onChange={({ target }) => onChange(target.value)}
      />
    </Field>
  );
}
