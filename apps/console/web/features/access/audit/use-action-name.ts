import { useMessages } from "use-intl";

import { wordsOf } from "../../../i18n/words-of.ts";

/** What an action is called. Those of rooms that came later have no name here, and show their own. */
export function useActionName(): (action: string) => string {
  const { access } = useMessages();
  return (action) => wordsOf(access.audit.actions, action.replace(".", "_")) ?? action;
}
