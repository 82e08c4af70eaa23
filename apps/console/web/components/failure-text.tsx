import { useTranslations } from "use-intl";

import { failureOf } from "../trpc.ts";

const CODES = ["unreachable", "FORBIDDEN", "TOO_MANY_REQUESTS", "SERVICE_UNAVAILABLE"] as const;

/** What to tell a person about a failed call, with the number of the request for whoever can look it up. */
export function FailureText({ error }: { error: unknown }) {
  const t = useTranslations("errors");
  const { code, requestId } = failureOf(error);
  const known = CODES.find((one) => one === code) ?? "other";
  return (
    <>
      {t(`codes.${known}`)}
      {requestId !== null && <span className="block text-xs text-ink-muted">{t("requestId", { id: requestId })}</span>}
    </>
  );
}
