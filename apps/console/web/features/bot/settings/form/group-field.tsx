import { Select } from "@botdeck/ui";

import type { FormField, NamedField } from "../../../../../server/bot/settings-form.ts";
import type { FieldProps } from "./field-props.ts";
import { useFaultAt, useFormState } from "./form-context.ts";
import { useSettingNames } from "./setting-names.ts";
import { isObject, textOf, variantOf } from "./values.ts";

/** Several settings that belong together. */
export function GroupField({ field, label, hint, path, value, onChange }: FieldProps<FormField & { kind: "group" }>) {
  const error = useFaultAt()(path);
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      {hint !== null && <p className="text-sm text-ink-muted">{hint}</p>}
      <Members fields={field.fields} path={path} value={value} onChange={onChange} />
      {error !== null && <p className="text-sm text-danger">{error}</p>}
    </fieldset>
  );
}

/** One of several groups: which, and its settings. */
export function VariantsField(props: FieldProps<FormField & { kind: "variants" }>) {
  const { field, name, label, hint, path, value, onChange } = props;
  const names = useSettingNames();
  const { isReadOnly } = useFormState();
  const chosen = isObject(value) ? textOf(value[field.name]) : "";
  const fields = field.variants.find((each) => each.value === chosen)?.fields ?? [];
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      {hint !== null && <p className="text-sm text-ink-muted">{hint}</p>}
      {isReadOnly ? (
        <p>{names.value(name, chosen)}</p>
      ) : (
        <Select
          label={label}
          value={chosen}
          options={field.variants.map((each) => ({ value: each.value, label: names.value(name, each.value) }))}
          onChange={(next) => onChange(variantOf(field, next))}
          className="max-w-80"
        />
      )}
      {fields.length > 0 && <Members fields={fields} path={path} value={value} onChange={onChange} />}
    </fieldset>
  );
}

type MembersProps = {
  fields: readonly NamedField[];
  path: string;
  value: unknown;
  onChange: (value: unknown) => void;
};

function Members({ fields, path, value, onChange }: MembersProps) {
  const names = useSettingNames();
  const { Member } = useFormState();
  const values = isObject(value) ? value : {};
  return (
    <div className="grid gap-3 border-l-2 border-line pl-3 sm:grid-cols-2">
      {fields.map(({ name, field, description }) => (
        <Member
          key={name}
          field={field}
          name={name}
          label={names.label(name)}
          hint={names.hint(name) ?? description}
          path={`${path}.${name}`}
          value={values[name]}
          onChange={(next) => onChange({ ...values, [name]: next })}
        />
      ))}
    </div>
  );
}
