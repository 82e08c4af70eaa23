import type { FormField } from "../../../../../server/bot/settings-form.ts";

/** What any field of the form is given. */
export type FieldProps<Kind extends FormField = FormField> = {
  field: Kind;
  /** Its name in the settings, by which its choices are called. */
  name: string;
  label: string;
  hint: string | null;
  /** Such as `hours.0`: faults are found by it. */
  path: string;
  value: unknown;
  onChange: (value: unknown) => void;
};
