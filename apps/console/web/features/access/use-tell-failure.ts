import { useToast } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { failureOf } from "../../trpc.ts";

/** Says that something was not done, with the number of the request. @param conflict What it means that others forbid it. */
export function useTellFailure(): (error: unknown, conflict?: string) => void {
  const t = useTranslations("access");
  const tErrors = useTranslations("errors");
  const toast = useToast();
  return (error, conflict) => {
    const { code, requestId } = failureOf(error);
    const isConflict = code === "CONFLICT" && conflict !== undefined;
    toast.show({
      title: isConflict ? conflict : t(code === "TOO_MANY_REQUESTS" ? "tooMany" : "notDone"),
      ...(requestId !== null && !isConflict && { text: tErrors("requestId", { id: requestId }) }),
      tone: "danger",
    });
  };
}
