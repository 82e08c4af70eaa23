import { Input, Select } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { LETTER_STATES, LETTER_WHATS, type LetterSearch } from "../search.ts";
import { useWords } from "../use-words.ts";
import { filterOf } from "./filter-of.ts";

type Props = {
  search: LetterSearch;
  portal: string | undefined;
  onChange: (change: Partial<LetterSearch>) => void;
};

/** Which letters are looked for: by state, way, kind, bot and days. */
export function LetterFilters({ search, portal, onChange }: Props) {
  const t = useTranslations("deliveries.letters");
  const tRoom = useTranslations("deliveries");
  const words = useWords();
  const trpc = useTRPC();
  // The kinds that there are, whatever else is chosen.
  const { data: causes = [] } = useQuery(
    trpc.deadLetter.causes.queryOptions(filterOf({ state: search.state }, portal)),
  );
  const { data: allBots = [] } = useQuery(trpc.bot.list.queryOptions());
  const bots = allBots.filter(({ portalId }) => portal === undefined || portalId === portal);
  const found = causes.map(({ kind }) => kind);
  const kinds = [...new Set(search.kind === undefined ? found : [...found, search.kind])];
  return (
    <div
      role="search"
      className="grid grid-cols-2 items-end gap-2 lg:grid-cols-4 xl:grid-cols-[repeat(4,minmax(0,1fr))_auto_auto]"
    >
      <Select
        label={t("state")}
        value={search.state}
        options={LETTER_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        onChange={(state) => onChange({ state, cause: undefined })}
      />
      <Select
        label={t("what")}
        value={search.what ?? ""}
        options={[
          { value: "" as const, label: t("anyWhat") },
          ...LETTER_WHATS.map((value) => ({ value, label: tRoom(`whats.${value}`) })),
        ]}
        onChange={(what) => onChange({ what: what === "" ? undefined : what })}
      />
      <Select
        label={t("kind")}
        value={search.kind ?? ""}
        options={[
          { value: "", label: t("anyKind") },
          ...kinds.map((value) => ({ value, label: words("kinds", value) })),
        ]}
        onChange={(kind) => onChange({ kind: kind === "" ? undefined : kind })}
      />
      <Select
        label={t("bot")}
        value={search.bot ?? ""}
        options={[
          { value: "", label: t("anyBot") },
          ...bots.map(({ id, name, portalDomain }) => ({
            value: id,
            label: portal === undefined ? `${name}, ${portalDomain}` : name,
          })),
        ]}
        onChange={(bot) => onChange({ bot: bot === "" ? undefined : bot })}
      />
      <DayField label={t("from")} value={search.from} onChange={(from) => onChange({ from })} />
      <DayField label={t("to")} value={search.to} onChange={(to) => onChange({ to })} />
    </div>
  );
}

type DayProps = { label: string; value: string | undefined; onChange: (day: string | undefined) => void };

function DayField({ label, value, onChange }: DayProps) {
  return (
    <label className="flex min-w-0 flex-col gap-0.5 text-sm text-ink-muted xl:flex-row xl:items-center xl:gap-2">
      <span className="shrink-0">{label}</span>
      <Input
        type="date"
        className="min-w-0 xl:w-36"
        value={value ?? ""}
        onChange={({ target }) => onChange(target.value === "" ? undefined : target.value)}
      />
    </label>
  );
}
