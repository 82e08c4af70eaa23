import { Button, Field, Input, Select } from "@botdeck/ui";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

import type { FormField } from "../../../../../server/bot/settings-form.ts";
import type { FieldProps } from "./field-props.ts";
import { useFaultAt, useFormState } from "./form-context.ts";
import { RemoveButton } from "./remove-button.tsx";
import { useSettingNames } from "./setting-names.ts";
import { blankOf, isObject } from "./values.ts";

type Entry = { id: number; key: string; value: unknown };

/** Settings by names: by any that people give, or by some that the bot knows. */
export function MapField({ field, name, label, hint, path, value, onChange }: FieldProps<FormField & { kind: "map" }>) {
  const t = useTranslations("botSettings");
  const names = useSettingNames();
  const { isReadOnly, Member } = useFormState();
  const faultAt = useFaultAt();
  // Kept apart from the value: while a name is typed, two may be the same for a moment.
  const [entries, setEntries] = useState<readonly Entry[]>(() =>
    Object.entries(isObject(value) ? value : {}).map(([key, each], id) => ({ id, key, value: each })),
  );
  const left = field.keys?.filter((key) => !entries.some((entry) => entry.key === key)) ?? null;

  function write(next: readonly Entry[]): void {
    setEntries(next);
    onChange(Object.fromEntries(next.map((entry) => [entry.key, entry.value])));
  }
  const put = (id: number, change: Partial<Entry>) =>
    write(entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)));
  const add = () => {
    const id = Math.max(-1, ...entries.map((entry) => entry.id)) + 1;
    write([...entries, { id, key: left?.[0] ?? "", value: blankOf(field.value) }]);
  };

  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      {hint !== null && <p className="text-sm text-ink-muted">{hint}</p>}
      {entries.map(({ id, key, value: each }) => {
        const shown = field.keys === null ? key : names.value(name, key);
        return (
          <div key={id} className="flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md border border-line p-3">
            {field.keys !== null && !isReadOnly ? (
              <Field label={t("key")} className="w-40">
                <Select
                  value={key}
                  options={field.keys
                    .filter((one) => one === key || left?.includes(one) === true)
                    .map((one) => ({ value: one, label: names.value(name, one) }))}
                  onChange={(next) => put(id, { key: next })}
                />
              </Field>
            ) : (
              <Field label={t("key")} className="w-40">
                <Input value={shown} disabled={isReadOnly} onChange={({ target }) => put(id, { key: target.value })} />
              </Field>
            )}
            <div className="min-w-0 flex-1 basis-48">
              <Member
                field={field.value}
                name={name}
                label={shown === "" ? label : shown}
                hint={null}
                path={`${path}.${key}`}
                value={each}
                onChange={(next) => put(id, { value: next })}
              />
              {field.value.kind !== "text" && field.value.kind !== "number" && faultAt(`${path}.${key}`) !== null && (
                <p className="text-sm text-danger">{faultAt(`${path}.${key}`)}</p>
              )}
            </div>
            {!isReadOnly && (
              <RemoveButton
                name={shown === "" ? label : shown}
                onRemove={() => write(entries.filter((entry) => entry.id !== id))}
              />
            )}
          </div>
        );
      })}
      {faultAt(path) !== null && <p className="text-sm text-danger">{faultAt(path)}</p>}
      {!isReadOnly && left?.length !== 0 && (
        <Button size="sm" className="self-start" aria-label={`${t("add")}: ${label}`} onClick={add}>
          <Plus aria-hidden />
          {t("add")}
        </Button>
      )}
    </fieldset>
  );
}
