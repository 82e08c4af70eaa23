import { Button } from "@botdeck/ui";
import { ListFilter } from "lucide-react";
import { useTranslations } from "use-intl";

import { OnDemand } from "../../../components/on-demand.tsx";
import type { WantedList } from "../search.ts";
import { filtersOn } from "./filters-on.ts";

const loadFilters = async () => (await import("./filter-popover.tsx")).FilterPopover;

type Props = { wanted: WantedList; onChange: (changes: Partial<WantedList>) => void };

/** Every filter in one place; its button says how many are on. */
export function FilterMenu({ wanted, onChange }: Props) {
  const t = useTranslations("list");
  return (
    <OnDemand
      kind="dialog"
      shortcut="KeyF"
      load={loadFilters}
      button={
        <Button size="sm" aria-keyshortcuts="F">
          <ListFilter aria-hidden />
          {t("filtersOn", { count: filtersOn(wanted) })}
        </Button>
      }
    >
      {(FilterPopover, trigger) => <FilterPopover trigger={trigger} wanted={wanted} onChange={onChange} />}
    </OnDemand>
  );
}
