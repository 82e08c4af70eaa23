import { useTranslations } from "use-intl";

import { failureOf } from "../trpc.ts";

/** What to tell a person about a failed call: the server's words if it gave some, and the id to name when asking for help. */
export function FailureText({ error }: { error: unknown }) {
  const t = useTranslations("errors");
  const { code, message, requestId } = failureOf(error);
  return (
    <>
      {code === "unreachable" ? t("unreachable") : message}
      {requestId !== null && <span className="block text-xs text-ink-muted">{t("requestId", { id: requestId })}</span>}
    </>
  );
}
