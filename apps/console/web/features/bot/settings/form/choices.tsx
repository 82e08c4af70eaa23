import type { FormField } from "../../../../../server/bot/settings-form.ts";
import type { FieldProps } from "./field-props.ts";
import { useFaultInLines, useFormState } from "./form-context.ts";
import { useSettingNames } from "./setting-names.ts";
import { itemsOf } from "./values.ts";

/** Any of some values, each with a box to tick. */
export function Choices(props: FieldProps<FormField & { kind: "choices" }>) {
  const { field, name, label, hint, path, value, onChange } = props;
  const names = useSettingNames();
  const { isReadOnly } = useFormState();
  const error = useFaultInLines()(path);
  const chosen = itemsOf(value);
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1.5">
        {field.values.map((each) => (
          <label key={each} className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              checked={chosen.includes(each)}
              disabled={isReadOnly}
              onChange={({ target }) =>
                onChange(field.values.filter((one) => (one === each ? target.checked : chosen.includes(one))))
              }
              className="size-4 accent-accent"
            />
            {names.value(name, each)}
          </label>
        ))}
      </div>
      {hint !== null && <p className="text-sm text-ink-muted">{hint}</p>}
      {error !== null && <p className="text-sm text-danger">{error}</p>}
    </fieldset>
  );
}
