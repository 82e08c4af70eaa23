import { Dialog, Kbd } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { useShortcutsEnabled } from "../../components/shortcut-setting.ts";
import { Switch } from "../../components/switch.tsx";

const SHORTCUTS = [
  { keys: ["J"], text: "next" },
  { keys: ["K"], text: "previous" },
  { keys: ["Enter"], text: "open" },
  { keys: ["Esc"], text: "back" },
  { keys: ["T"], text: "takeOver" },
  { keys: ["B"], text: "giveBack" },
  { keys: ["A"], text: "passOn" },
  { keys: ["R"], text: "reply" },
  { keys: ["N"], text: "note" },
  { keys: ["E"], text: "closeConversation" },
  { keys: ["X"], text: "selectLetter" },
  { keys: ["R"], text: "replayLetter" },
  { keys: ["E"], text: "editLetter" },
  { keys: ["1", "…", "5"], text: "queue" },
  { keys: ["/"], text: "search" },
  { keys: ["F"], text: "filter" },
  { keys: ["P"], text: "pause" },
  { keys: ["Ctrl K"], text: "palette" },
  { keys: ["?"], text: "help" },
] as const;

type Props = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** Every key that does something. */
export function ShortcutSheet({ isOpen, onOpenChange }: Props) {
  const t = useTranslations("shortcuts");
  const tApp = useTranslations("app");
  const { isEnabled, enable } = useShortcutsEnabled();
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={t("title")} closeLabel={tApp("close")}>
      <dl className="divide-y divide-line">
        {SHORTCUTS.map(({ keys, text }) => (
          <div key={text} className="flex h-9 items-center justify-between gap-4">
            <dt>{t(text)}</dt>
            <dd className="flex items-center gap-1 text-ink-muted">
              {keys.map((key) => (key === "…" ? key : <Kbd key={key}>{key}</Kbd>))}
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-3 border-t border-line pt-4">
        <Switch label={t("enabled")} hint={t("enabledHint")} isOn={isEnabled} onChange={enable} />
      </div>
    </Dialog>
  );
}
