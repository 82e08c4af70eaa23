import { useTranslations } from "use-intl";

import { PageFrame, type PageFrameProps } from "../../components/page-frame.tsx";

/** A page of the room of workflows. */
export function WorkflowFrame(props: PageFrameProps) {
  const t = useTranslations("workflows");
  return <PageFrame {...props} failed={t("failed")} width="max-w-6xl" />;
}
