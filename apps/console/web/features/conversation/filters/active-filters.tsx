import { X } from "lucide-react";
import { useTranslations } from "use-intl";

import type { WantedList } from "../search.ts";
import { useChoices } from "./use-choices.ts";

type Props = { wanted: WantedList; onChange: (changes: Partial<WantedList>) => void };

/** The filters that are on, each with a way out. Where it is narrow the menu's count stands for them. */
export function ActiveFilters({ wanted, onChange }: Props) {
  const t = useTranslations("list");
  const choices = useChoices(wanted);
  const chosen = (["bot", "line", "topic"] as const).flatMap((name) => {
    const label = choices[name].find(({ value }) => value === wanted[name])?.label;
    return label === undefined ? [] : [{ name, label }];
  });
  const flags = (["mine", "late"] as const).filter((name) => wanted[name]).map((name) => ({ name, label: t(name) }));
  return (
    <ul className="flex min-w-0 flex-1 gap-1.5 overflow-hidden @max-2xl:hidden">
      {[...chosen, ...flags].map(({ name, label }) => (
        <li key={name} className="min-w-0">
          <button
            type="button"
            className="flex h-7 max-w-full items-center gap-1 rounded-full bg-accent-tint px-2.5 text-sm hover:bg-sunken"
            onClick={() => onChange({ [name]: undefined })}
          >
            <span className="truncate">{label}</span>
            <X aria-hidden className="size-3.5 shrink-0 text-ink-muted" />
            <span className="sr-only">{t("remove")}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
