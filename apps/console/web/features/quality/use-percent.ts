import { useFormatter } from "use-intl";

/** A share as a percentage with one place, as far as there is one; a dash where nothing was counted. */
export function usePercent(): (share: number | null) => string {
  const format = useFormatter();
  return (share) => (share === null ? "–" : format.number(share, { style: "percent", maximumFractionDigits: 1 }));
}
