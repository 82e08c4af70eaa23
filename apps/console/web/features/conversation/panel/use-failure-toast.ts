import { useToast } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { failureOf } from "../../../trpc.ts";

const CODES = ["CONFLICT", "FORBIDDEN", "BAD_REQUEST", "NOT_FOUND", "NOT_IMPLEMENTED", "unreachable"] as const;

/** Says why something was not done, with the number of the request for whoever can look it up. */
export function useFailureToast(): (error: unknown) => void {
  const t = useTranslations("desk.failed");
  const tErrors = useTranslations("errors");
  const toast = useToast();
  return (error) => {
    const { code, requestId } = failureOf(error);
    const known = CODES.find((one) => one === code) ?? "other";
    toast.show({
      title: t(known),
      tone: "danger",
      ...(requestId !== null && { text: tErrors("requestId", { id: requestId }) }),
    });
  };
}
