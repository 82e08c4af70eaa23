import { Field, Textarea } from "@botdeck/ui";
import { useLocale, useTranslations } from "use-intl";

import type { RuleProblem } from "./use-checked-rule.ts";

type Props = {
  condition: string;
  /** Names that a condition may use. */
  fields: readonly string[];
  problem: RuleProblem | undefined;
  onChange: (condition: string) => void;
};

/** The condition, with what is wrong in it marked at its place. */
export function ConditionField({ condition, fields, problem, onChange }: Props) {
  const t = useTranslations("notifications.rule");
  const locale = useLocale();
  return (
    <div className="flex flex-col gap-2">
      <Field label={t("condition")} hint={t("conditionHint")} error={problem?.problem[locale]}>
        <Textarea
          value={condition}
          spellCheck={false}
          autoCapitalize="off"
          onChange={({ target }) => onChange(target.value)}
          className="max-h-64 font-mono"
        />
      </Field>
      {problem?.at != null && <Place text={condition} at={problem.at} />}
      <details className="text-sm text-ink-muted">
        <summary className="w-fit cursor-pointer">{t("fields")}</summary>
        <ul className="mt-1.5 flex flex-wrap gap-1.5">
          {fields.map((field) => (
            <li key={field}>
              <code className="rounded-sm bg-sunken px-1 font-mono text-sm text-ink">{field}</code>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** The line in which a fault stands, with the fault marked. What is said stands below the field; this is for the eye. */
function Place({ text, at }: { text: string; at: number }) {
  const from = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  const until = end === -1 ? text.length : end;
  return (
    <pre
      aria-hidden
      data-fault-at={at}
      className="overflow-x-auto rounded-md bg-danger-tint px-2 py-1 font-mono text-sm"
    >
      {text.slice(from, at)}
      <mark className="bg-transparent font-semibold text-danger underline decoration-wavy">
        {text.slice(at, until) === "" ? "▁" : text.slice(at, until)}
      </mark>
    </pre>
  );
}
