import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

import { FailedState } from "./failed-state.tsx";

/** A page that could not be shown at all. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const t = useTranslations();
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <main className="mx-auto flex min-h-dvh max-w-md items-center p-4">
      <FailedState className="w-full" title={t("errors.title")} error={error} onRetry={retry} />
    </main>
  );
}
