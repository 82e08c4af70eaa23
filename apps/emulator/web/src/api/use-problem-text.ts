import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { ApiProblem } from "./api-problem.ts";

/** Says for people why a call failed: in the server's words, or in ours when it had none. */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslations("problem");
  return useCallback(
    (error) => {
      if (!(error instanceof ApiProblem)) return error instanceof Error && error.message ? error.message : t("unknown");
      if (error.status === null) return t("noAnswer");
      return error.message || t("status", { status: String(error.status) });
    },
    [t],
  );
}
