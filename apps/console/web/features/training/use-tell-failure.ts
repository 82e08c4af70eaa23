import { useToast } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { failureOf } from "../../trpc.ts";

/** Says why something was not done, with the number of the request for whoever can look it up. */
export function useTellFailure(): (error: unknown) => void {
  const t = useTranslations("training");
  const tErrors = useTranslations("errors");
  const { show } = useToast();
  return (error) => {
    const { code, requestId } = failureOf(error);
    const known = code === "CONFLICT" || code === "BAD_REQUEST" || code === "unreachable" ? code : "other";
    const request = requestId === null ? "" : ` ${tErrors("requestId", { id: requestId })}`;
    show({ title: t("notDone"), text: `${t(`failures.${known}`)}${request}`, tone: "danger" });
  };
}
