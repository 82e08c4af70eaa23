import { useFormatter } from "use-intl";

import { useNow } from "../../components/use-now.ts";

/** In how long an instant comes, as people say it: "in 3 minutes". */
export function useAhead(): (at: string) => string {
  const format = useFormatter();
  const now = useNow();
  return (at) => format.relativeTime(Math.max(Date.parse(at), now), now);
}
