import { Skeleton } from "@botdeck/ui";
import { useTranslations } from "use-intl";

/** The shape of what was said while it loads. */
export function MessagesSkeleton() {
  const t = useTranslations("conversation");
  return (
    <div role="status" aria-label={t("loading")} className="flex min-h-0 flex-1 flex-col justify-end gap-3 p-4">
      <Skeleton className="h-10 w-3/5 rounded-xl" />
      <Skeleton className="h-16 w-4/5 self-end rounded-xl" />
      <Skeleton className="h-10 w-2/5 rounded-xl" />
    </div>
  );
}
