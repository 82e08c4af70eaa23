import { type ComponentType, createContext, use } from "react";
import { useLocale, useTranslations } from "use-intl";

import type { FieldProps } from "./field-props.ts";
import type { SettingFault } from "../../../../../server/bot/check-settings.ts";

/** What every field of the form has to know. */
type FormState = {
  faults: readonly SettingFault[];
  isReadOnly: boolean;
  /** Draws a field inside of another one, whatever it is. */
  Member: ComponentType<FieldProps>;
};
export const FormContext = createContext<FormState | null>(null);

export function useFormState(): FormState {
  const state = use(FormContext);
  if (state === null) throw new TypeError("a field needs a form around it");
  return state;
}

/** What is wrong at a field, in words; null when nothing is. */
export function useFaultAt(): (path: string) => string | null {
  const { faults } = useFormState();
  const faultText = useFaultText();
  return (path) => {
    const fault = faults.find((one) => one.path === path);
    return fault === undefined ? null : faultText(fault);
  };
}

/** What is wrong in one of a field's lines, with the number of the line. */
export function useFaultInLines(): (path: string) => string | null {
  const t = useTranslations("botSettings");
  const { faults } = useFormState();
  const faultText = useFaultText();
  return (path) => {
    const fault = faults.find((one) => one.path === path || one.path.startsWith(`${path}.`));
    if (fault === undefined) return null;
    const index = Number(fault.path.slice(path.length + 1).split(".")[0]);
    const text = faultText(fault);
    return fault.path === path || !Number.isInteger(index) ? text : t("inLine", { line: index + 1, fault: text });
  };
}

/** A bot's own words are English: other languages have what they come to. */
function useFaultText(): (fault: SettingFault) => string {
  const t = useTranslations("botSettings.faults");
  const locale = useLocale();
  return ({ code, limit, message }) => {
    const isOwn = code === "own" || code === "form";
    return isOwn && locale === "en" && message !== "" ? message : t(code, { limit: limit ?? 0 });
  };
}
