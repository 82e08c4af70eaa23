import { useLocale } from "use-intl";

/** What a language is called in the person's own; its code where nobody knows it. */
export function useLanguageName(): (code: string) => string {
  const locale = useLocale();
  const names = new Intl.DisplayNames([locale], { type: "language", fallback: "code" });
  return (code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      // Bots of a deployment's own may have codes that are none.
      return code;
    }
  };
}
