import { CommandPalette } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import type { TrainedBot } from "../types.ts";
import { useIntentName } from "../use-intent-name.ts";

type Props = {
  bot: TrainedBot;
  /** Likeliest first. */
  likely: readonly string[];
  onChoose: (intent: string) => void;
  onClose: () => void;
};

/** Finds an intent by its name and chooses it with Enter. */
export function IntentPicker({ bot, likely, onChoose, onClose }: Props) {
  const t = useTranslations("training.inbox");
  const nameOf = useIntentName();
  const itemOf = (name: string) => ({ id: name, label: nameOf(name), hint: name, act: () => onChoose(name) });
  const others = bot.intents.map(({ name }) => name).filter((name) => !likely.includes(name));
  const sorted = others.map(itemOf).toSorted((one, other) => one.label.localeCompare(other.label));
  return (
    <CommandPalette
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("meaning")}
      placeholder={t("findIntent")}
      nothing={t("noIntent")}
      onType={() => {}}
      groups={[
        { label: t("likely"), items: likely.map(itemOf) },
        { label: t("others"), items: sorted },
      ].filter(({ items }) => items.length > 0)}
    />
  );
}
