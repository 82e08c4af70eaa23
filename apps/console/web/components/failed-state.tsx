import { ErrorState } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { FailureText } from "./failure-text.tsx";

type Props = { title: string; error: unknown; onRetry?: (() => void) | undefined; className?: string };

/** Something could not be fetched: why, and another try. */
export function FailedState({ error, ...rest }: Props) {
  const t = useTranslations("app");
  return <ErrorState {...rest} text={<FailureText error={error} />} retryLabel={t("retry")} />;
}
