import { Skeleton } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { HEADER_LOOK, ROW_LOOK } from "./row-look.ts";

const ROWS = 12;

/** The shape of the list while it loads. */
export function ListSkeleton() {
  const t = useTranslations("conversations");
  return (
    <div role="status" aria-label={t("loading")} className="overflow-hidden">
      <div className={HEADER_LOOK} />
      {Array.from({ length: ROWS }, (_, index) => (
        <div key={index} className={`${ROW_LOOK} h-21 @xl:h-10`}>
          <Skeleton className="h-5 w-16 rounded-full" />
          <Skeleton className="w-28" />
          <Skeleton className="w-4/5" />
          <Skeleton className="w-20 @max-3xl:hidden" />
          <Skeleton className="w-8 @max-xl:hidden" />
          <Skeleton className="w-9 @max-xl:hidden" />
        </div>
      ))}
    </div>
  );
}
