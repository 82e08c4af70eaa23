import { Button, Field, Input, Textarea } from "@botdeck/ui";
import { Plus } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";

import type { FormField } from "../../../../../server/bot/settings-form.ts";
import type { FieldProps } from "./field-props.ts";
import { useFaultInLines, useFormState } from "./form-context.ts";
import { RemoveButton } from "./remove-button.tsx";
import { blankOf, itemsOf, textOf } from "./values.ts";

type List = FormField & { kind: "list" };

/** Some words, one a line. */
export function LinesField({ label, hint, path, value, onChange }: FieldProps<List>) {
  const t = useTranslations("botSettings");
  const { isReadOnly } = useFormState();
  const days = useDays(itemsOf(value).map(textOf));
  return (
    <Field
      label={label}
      hint={
        <>
          {hint ?? t("lines")}
          {days !== "" && <span className="block">{days}</span>}
        </>
      }
      error={useFaultInLines()(path)}
    >
      <Textarea
        value={itemsOf(value).map(textOf).join("\n")}
        disabled={isReadOnly}
        spellCheck={false}
        onChange={({ target }) => onChange(target.value === "" ? [] : target.value.split("\n"))}
        className="max-h-60 max-w-80 min-h-8"
      />
    </Field>
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Those lines that are days, as the reader writes them. */
function useDays(lines: readonly string[]): string {
  const format = useFormatter();
  const days = lines.flatMap((line) => {
    const day = DAY.test(line.trim()) ? new Date(`${line.trim()}T12:00:00Z`) : null;
    return day === null || Number.isNaN(day.getTime()) ? [] : [day];
  });
  return format.list(days.map((day) => format.dateTime(day, { dateStyle: "medium", timeZone: "UTC" })));
}

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const DAYS_OF_WEEK = 7;

/** A list of anything but words. One of seven is a week's. */
export function ListField({ field, name, label, hint, path, value, onChange }: FieldProps<List>) {
  const t = useTranslations("botSettings");
  const format = useFormatter();
  const { isReadOnly, Member } = useFormState();
  const items = itemsOf(value);
  const { item, length } = field;
  const nameOf = (index: number) =>
    length === DAYS_OF_WEEK
      ? format.dateTime(new Date(MONDAY + index * DAY_MS), { weekday: "long", timeZone: "UTC" })
      : t("entry", { name: label, number: index + 1 });
  const put = (index: number, next: unknown) => onChange(items.map((each, at) => (at === index ? next : each)));
  const rows = items.map((each, index) => ({ each, key: `${path}.${index}`, rowName: nameOf(index), index }));
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      <p className="text-sm text-ink-muted">{hint ?? t("commas")}</p>
      {rows.map(({ each, key, rowName, index }) => (
        <div key={key} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            {item.kind === "list" && item.item.kind === "text" ? (
              <WordsRow label={rowName} path={key} value={each} onChange={(next) => put(index, next)} />
            ) : (
              <Member
                field={item}
                name={name}
                label={rowName}
                hint={null}
                path={key}
                value={each}
                onChange={(next) => put(index, next)}
              />
            )}
          </div>
          {length === null && !isReadOnly && (
            <RemoveButton name={rowName} onRemove={() => onChange(items.filter((_, at) => at !== index))} />
          )}
        </div>
      ))}
      {length === null && !isReadOnly && (
        <Button size="sm" className="self-start" onClick={() => onChange([...items, blankOf(item)])}>
          <Plus aria-hidden />
          {t("add")}
        </Button>
      )}
    </fieldset>
  );
}

type WordsProps = { label: string; path: string; value: unknown; onChange: (value: unknown) => void };

/** Some words in one line, with commas between them. */
function WordsRow({ label, path, value, onChange }: WordsProps) {
  const { isReadOnly } = useFormState();
  const error = useFaultInLines()(path);
  const text = itemsOf(value).map(textOf).join(",");
  return (
    <Field
      label={label}
      error={error}
      className="grid grid-cols-[7rem_minmax(0,20rem)] items-center gap-x-3 [&>:nth-child(n+3)]:col-start-2"
    >
      <Input
        value={text}
        disabled={isReadOnly}
        onChange={({ target }) => onChange(target.value === "" ? [] : target.value.split(","))}
      />
    </Field>
  );
}
