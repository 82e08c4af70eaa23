import { cn, Select } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { EXAMPLE_LANGUAGES, EXAMPLE_REASONS, EXAMPLE_STATES, type TrainingSearch } from "../search.ts";

type Props = {
  search: TrainingSearch;
  counts: { new: number; assigned: number; skipped: number; most: number } | undefined;
  onChange: (change: Partial<TrainingSearch>) => void;
};

/** Which phrases are shown: by what was decided, why they are here, language and portal. */
export function ExampleFilters({ search, counts, onChange }: Props) {
  const t = useTranslations("training.inbox");
  const format = useFormatter();
  const { data: portals = [] } = useQuery(useTRPC().portal.list.queryOptions());
  const countOf = (state: TrainingSearch["state"]) => {
    if (counts === undefined) return "";
    return `${format.number(counts[state])}${counts[state] >= counts.most ? "+" : ""}`;
  };
  return (
    <div role="search" className="flex flex-wrap items-center gap-2">
      <div role="group" aria-label={t("state")} className="flex rounded-md border border-line bg-surface p-0.5">
        {EXAMPLE_STATES.map((state) => (
          <button
            key={state}
            type="button"
            aria-pressed={search.state === state}
            onClick={() => onChange({ state })}
            className={cn(
              "flex h-7 items-center gap-1.5 rounded px-2.5 whitespace-nowrap hover:bg-sunken",
              search.state === state && "bg-accent-tint font-medium text-accent hover:bg-accent-tint",
            )}
          >
            {t(`states.${state}`)}
            <span className="text-sm tabular-nums">{countOf(state)}</span>
          </button>
        ))}
      </div>
      <Select
        label={t("reason")}
        value={search.reason ?? ""}
        options={[
          { value: "" as const, label: t("anyReason") },
          ...EXAMPLE_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) })),
        ]}
        onChange={(reason) => onChange({ reason: reason === "" ? undefined : reason })}
        className="w-auto"
      />
      <Select
        label={t("language")}
        value={search.language ?? ""}
        options={[
          { value: "" as const, label: t("anyLanguage") },
          ...EXAMPLE_LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) })),
        ]}
        onChange={(language) => onChange({ language: language === "" ? undefined : language })}
        className="w-auto"
      />
      {portals.length > 1 && (
        <Select
          label={t("portal")}
          value={search.portal ?? ""}
          options={[
            { value: "", label: t("anyPortal") },
            ...portals.map(({ id, domain }) => ({ value: id, label: domain })),
          ]}
          onChange={(portal) => onChange({ portal: portal === "" ? undefined : portal })}
          className="w-auto max-w-56"
        />
      )}
    </div>
  );
}
