import { type CommandGroup, CommandPalette } from "@botdeck/ui";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { RoomTexts } from "../../../i18n/room-texts.tsx";
import { useClientCommands } from "./use-client-commands.ts";
import { useGoCommands } from "./use-go-commands.ts";
import { useSettingCommands } from "./use-setting-commands.ts";

type Props = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void; onShowShortcuts: () => void };

/** Ctrl-K: every page, queue and saved view, the conversation of a client, and one's own settings, by name. */
export function Palette(props: Props) {
  return (
    <RoomTexts room="list" fallback={null}>
      <Opened {...props} />
    </RoomTexts>
  );
}

function Opened({ isOpen, onOpenChange, onShowShortcuts }: Props) {
  const t = useTranslations("palette");
  const [typed, setTyped] = useState("");
  const { go, views } = useGoCommands();
  const groups: CommandGroup[] = [
    { label: t("groups.go"), items: go },
    { label: t("groups.views"), items: views },
    { label: t("groups.clients"), items: useClientCommands(typed) },
    { label: t("groups.set"), items: useSettingCommands(onShowShortcuts) },
  ].filter(({ items }) => items.length > 0);
  return (
    <CommandPalette
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t("title")}
      placeholder={t("placeholder")}
      nothing={t("nothing")}
      groups={groups}
      onType={setTyped}
    />
  );
}
