import { useCallback } from "react";
import { useFormatter } from "use-intl";

/** A sum in its currency; a plain number where the currency is none that the browser knows. */
export function useMoney(): (sum: number | null, currency: string | null) => string {
  const format = useFormatter();
  return useCallback(
    (sum, currency) => {
      if (sum === null) return "";
      if (!currency || !/^[A-Z]{3}$/u.test(currency)) return format.number(sum);
      return format.number(sum, { style: "currency", currency, maximumFractionDigits: 2, minimumFractionDigits: 0 });
    },
    [format],
  );
}
