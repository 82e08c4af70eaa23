import { Select } from "@botdeck/ui";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useLocale, useTranslations } from "use-intl";

import type { TrainedBot } from "./types.ts";

/** Whose phrases are looked at. */
export function BotHeader({ bots, bot }: { bots: readonly TrainedBot[]; bot: TrainedBot }) {
  const t = useTranslations("training");
  const locale = useLocale() === "ru" ? "ru" : "en";
  const navigate = useNavigate();
  const { state } = useSearch({ from: "/_app/training/" });
  return (
    <header className="sticky top-0 z-10 flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-2.5">
      <h1 className="text-lg font-semibold">{t("title")}</h1>
      <Select
        label={t("bot")}
        value={bot.code}
        options={bots.map(({ code, name }) => ({ value: code, label: name[locale] }))}
        onChange={(code) => void navigate({ to: "/training", search: { bot: code, state } })}
        className="w-auto max-w-64"
      />
    </header>
  );
}
