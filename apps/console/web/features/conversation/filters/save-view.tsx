import { IconButton } from "@botdeck/ui";
import { BookmarkPlus } from "lucide-react";
import { useTranslations } from "use-intl";

import { OnDemand } from "../../../components/on-demand.tsx";
import type { WantedList } from "../search.ts";

const loadForm = async () => (await import("./save-popover.tsx")).SavePopover;

/** Keeps the list as it is narrowed now, under a name, for oneself or for everybody. */
export function SaveView({ wanted }: { wanted: WantedList }) {
  const t = useTranslations("list.view");
  return (
    <OnDemand
      kind="dialog"
      load={loadForm}
      button={<IconButton size="sm" label={t("title")} icon={<BookmarkPlus aria-hidden />} />}
    >
      {(SavePopover, trigger) => <SavePopover trigger={trigger} wanted={wanted} />}
    </OnDemand>
  );
}
