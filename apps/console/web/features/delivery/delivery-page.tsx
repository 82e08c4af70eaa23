import { useTranslations } from "use-intl";

import { PageFrame, type PageFrameProps } from "../../components/page-frame.tsx";

/** A page of the room of deliveries. */
export function DeliveryPage(props: PageFrameProps) {
  const t = useTranslations("deliveries");
  return <PageFrame {...props} failed={t("failed")} width="max-w-6xl" />;
}
