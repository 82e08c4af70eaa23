import { useTranslations } from "use-intl";

import { PageFrame, type PageFrameProps } from "../../components/page-frame.tsx";

/** @property isWide More room than a list of sentences needs. */
type Props = PageFrameProps & { isWide?: boolean };

/** A page of the room of notifications. */
export function RoomPage({ isWide = false, ...props }: Props) {
  const t = useTranslations("notifications");
  return <PageFrame {...props} failed={t("failed")} width={isWide ? "max-w-6xl" : "max-w-4xl"} />;
}
