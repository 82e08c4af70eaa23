import { useNames } from "../../i18n/use-names.ts";

/** How people call an intent. */
export function useIntentName(): (intent: string) => string {
  const nameOf = useNames();
  return (intent) => nameOf("intents", intent);
}
