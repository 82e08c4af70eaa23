import { useTranslations } from "use-intl";

import { PageFrame, type PageFrameProps } from "../../components/page-frame.tsx";

type Props = Omit<PageFrameProps, "tabTitle" | "isPending" | "error"> & {
  title: string;
  isWide?: boolean;
  isPending?: boolean;
  /** Null while there is something to show. */
  error?: unknown;
};

/** A page of the room of access. */
export function AccessFrame({ isWide = false, isPending = false, error = null, ...props }: Props) {
  const t = useTranslations("access");
  const width = isWide ? "max-w-5xl" : "max-w-3xl";
  return (
    <PageFrame
      {...props}
      tabTitle={props.title}
      isPending={isPending}
      error={error}
      failed={t("failed")}
      width={width}
    />
  );
}
