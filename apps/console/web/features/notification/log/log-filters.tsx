import { Input, Select } from "@botdeck/ui";
import { type KeyboardEvent, useState } from "react";
import { useTranslations } from "use-intl";

import { type LogSearch, OUTCOMES } from "./search.ts";

type Props = {
  rules: readonly { code: string; name: string }[];
  search: LogSearch;
  onChange: (change: Partial<LogSearch>) => void;
};

/** Which notifications are looked for: by rule, outcome, person or chat, and what they are about. */
export function LogFilters({ rules, search, onChange }: Props) {
  const t = useTranslations("notifications.log");
  const codes = [{ value: "", label: t("anyRule") }, ...rules.map(({ code, name }) => ({ value: code, label: name }))];
  const outcomes = [
    { value: "" as const, label: t("anyOutcome") },
    ...OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) })),
  ];
  return (
    <div role="search" className="grid grid-cols-2 gap-2 md:grid-cols-4 max-sm:[&>input]:col-span-2">
      <Select
        label={t("rule")}
        value={search.rule ?? ""}
        options={codes}
        onChange={(rule) => onChange({ rule: rule === "" ? undefined : rule })}
      />
      <Select
        label={t("outcome")}
        value={search.outcome ?? ""}
        options={outcomes}
        onChange={(outcome) => onChange({ outcome: outcome === "" ? undefined : outcome })}
      />
      <TextFilter
        key={`person ${search.person}`}
        label={t("person")}
        hint={t("personHint")}
        value={search.person}
        onChange={(person) => onChange({ person })}
      />
      <TextFilter
        key={`subject ${search.subject}`}
        label={t("subject")}
        hint={t("subjectHint")}
        value={search.subject}
        onChange={(subject) => onChange({ subject })}
      />
    </div>
  );
}

type TextProps = {
  label: string;
  hint: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
};

/** Looks when it is left or Enter is pressed: half a word finds nothing. */
function TextFilter({ label, hint, value, onChange }: TextProps) {
  const [text, setText] = useState(value ?? "");
  const settle = () => {
    const next = text.trim() === "" ? undefined : text.trim();
    if (next !== value) onChange(next);
  };
  return (
    <Input
      type="search"
      aria-label={label}
      placeholder={`${label}: ${hint}`}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={settle}
      onKeyDown={(event: KeyboardEvent) => event.key === "Enter" && settle()}
    />
  );
}
