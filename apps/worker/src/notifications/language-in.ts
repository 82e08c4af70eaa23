import type { RuleLanguage } from "@botdeck/notifications";

/**
 * In which language a dialog is spoken to: its own, the portal's where nobody has written yet.
 *
 * @param spoken Of the dialog; null or undefined for one that never began.
 */
export const languageIn = (
  spoken: string | null | undefined,
  portal: { readonly language: RuleLanguage },
): RuleLanguage => (spoken === "ru" || spoken === "en" ? spoken : portal.language);
