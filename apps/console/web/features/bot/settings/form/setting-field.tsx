import { Field, Input, Select, Textarea } from "@botdeck/ui";
import { useState } from "react";
import { useTranslations } from "use-intl";

import type { FormField } from "../../../../../server/bot/settings-form.ts";
import { Switch } from "../../../../components/switch.tsx";
import { Choices } from "./choices.tsx";
import type { FieldProps } from "./field-props.ts";
import { useFaultAt, useFormState } from "./form-context.ts";
import { GroupField, VariantsField } from "./group-field.tsx";
import { LinesField, ListField } from "./list-field.tsx";
import { MapField } from "./map-field.tsx";
import { useSettingNames } from "./setting-names.ts";
import { textOf } from "./values.ts";

/** One setting, whatever it is. Knows nothing of any bot. */
export function SettingField(props: FieldProps) {
  const { field, ...rest } = props;
  switch (field.kind) {
    case "text":
      return <TextField {...rest} field={field} />;
    case "number":
      return <NumberField {...rest} field={field} />;
    case "switch":
      return <SwitchField {...rest} field={field} />;
    case "choice":
      return <ChoiceField {...rest} field={field} />;
    case "choices":
      return <Choices {...rest} field={field} />;
    case "list":
      return field.item.kind === "text" ? (
        <LinesField {...rest} field={field} />
      ) : (
        <ListField {...rest} field={field} />
      );
    case "group":
      return <GroupField {...rest} field={field} />;
    case "map":
      return <MapField {...rest} field={field} />;
    case "variants":
      return <VariantsField {...rest} field={field} />;
    case "json":
      return <JsonField {...rest} field={field} />;
  }
}

type Of<Kind extends FormField["kind"]> = FieldProps<FormField & { kind: Kind }>;

function TextField({ field: { isNullable, format }, label, hint, path, value, onChange }: Of<"text">) {
  const { isReadOnly } = useFormState();
  return (
    <Field label={label} hint={hint} error={useFaultAt()(path)}>
      <Input
        type={format === "time" ? "time" : "text"}
        value={textOf(value)}
        disabled={isReadOnly}
        onChange={({ target }) => onChange(isNullable && target.value === "" ? null : target.value)}
        className={format === null ? "max-w-80" : "max-w-40"}
      />
    </Field>
  );
}

function NumberField({ field, label, hint, path, value, onChange }: Of<"number">) {
  const { isReadOnly } = useFormState();
  const { isNullable, isWhole, least, most } = field;
  const read = (text: string) => (text === "" ? (isNullable ? null : "") : Number(text));
  return (
    <Field label={label} hint={hint} error={useFaultAt()(path)}>
      <Input
        type="number"
        step={isWhole ? 1 : "any"}
        min={least ?? undefined}
        max={most ?? undefined}
        value={textOf(value)}
        disabled={isReadOnly}
        onChange={({ target }) => onChange(read(target.value))}
        className="max-w-40"
      />
    </Field>
  );
}

function SwitchField({ label, hint, value, onChange }: Of<"switch">) {
  const { isReadOnly } = useFormState();
  return (
    <Switch
      label={label}
      {...(hint !== null && { hint })}
      isOn={value === true}
      isDisabled={isReadOnly}
      onChange={onChange}
    />
  );
}

function ChoiceField({ field: { values, isNullable }, name, label, hint, path, value, onChange }: Of<"choice">) {
  const t = useTranslations("botSettings");
  const names = useSettingNames();
  const { isReadOnly } = useFormState();
  const error = useFaultAt()(path);
  const shown = textOf(value);
  if (isReadOnly) return <Shown label={label} text={shown === "" ? t("nothing") : names.value(name, shown)} />;
  const none = isNullable ? [{ value: "", label: t("nothing") }] : [];
  return (
    <Field label={label} hint={hint} error={error}>
      <Select
        value={shown}
        options={[...none, ...values.map((each) => ({ value: each, label: names.value(name, each) }))]}
        onChange={(chosen) => onChange(chosen === "" ? null : chosen)}
        className="max-w-80"
      />
    </Field>
  );
}

/** A setting that cannot be changed here, as words. */
function Shown({ label, text }: { label: string; text: string }) {
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-sm font-medium">{label}</p>
      <p>{text}</p>
    </div>
  );
}

function JsonField({ label, hint, path, value, onChange }: Of<"json">) {
  const t = useTranslations("botSettings");
  const { isReadOnly } = useFormState();
  const [text, setText] = useState(() => JSON.stringify(value ?? null, null, 2));
  const [isUnreadable, setIsUnreadable] = useState(false);
  const fault = useFaultAt()(path);
  function write(next: string): void {
    setText(next);
    try {
      onChange(JSON.parse(next));
      setIsUnreadable(false);
    } catch {
      setIsUnreadable(true);
    }
  }
  return (
    <Field label={label} hint={hint ?? t("whole")} error={isUnreadable ? t("faults.form") : fault}>
      <Textarea
        value={text}
        disabled={isReadOnly}
        spellCheck={false}
        onChange={({ target }) => write(target.value)}
        className="max-h-80 font-mono text-sm"
      />
    </Field>
  );
}
