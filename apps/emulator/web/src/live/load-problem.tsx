import { ErrorState } from "@botdeck/ui";
import { useTranslations } from "use-intl";
import { useProblemText } from "../api/use-problem-text.ts";
import type { Live } from "./use-live.ts";

type Props = { of: Live<unknown>; title: string; className?: string };

/** Says that something did not load, and offers another try; nothing while all is well. */
export function LoadProblem({ of: live, title, className = "m-3" }: Props) {
  const t = useTranslations("app");
  const problemText = useProblemText();
  if (live.error === null) return null;
  return (
    <ErrorState
      title={title}
      text={problemText(live.error)}
      retryLabel={t("retry")}
      onRetry={() => void live.reload()}
      className={className}
    />
  );
}
