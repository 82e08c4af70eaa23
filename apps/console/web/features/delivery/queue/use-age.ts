import { useFormatter } from "use-intl";

import { useNow } from "../../../components/use-now.ts";

/** How long ago an instant was, as people say it: "3 minutes ago". */
export function useAge(): (at: string) => string {
  const format = useFormatter();
  const now = useNow();
  // A clock that is ahead of ours must not tell of the future.
  return (at) => format.relativeTime(Math.min(Date.parse(at), now), now);
}
