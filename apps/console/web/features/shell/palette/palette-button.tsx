import { cn, Kbd } from "@botdeck/ui";
import { Search } from "lucide-react";
import { useTranslations } from "use-intl";

type Props = { onOpen: () => void; isSmall?: boolean };

/** The palette for whoever does not know its key. */
export function PaletteButton({ onOpen, isSmall = false }: Props) {
  const t = useTranslations("shell");
  return (
    <button
      type="button"
      aria-keyshortcuts="Control+K Meta+K"
      aria-label={isSmall ? t("find") : undefined}
      onClick={onOpen}
      className={cn(
        "flex h-8 items-center gap-2 rounded-md text-ink-muted hover:bg-sunken",
        isSmall ? "w-8 justify-center" : "border border-line bg-surface px-2",
      )}
    >
      <Search aria-hidden className="size-4 shrink-0" />
      {!isSmall && (
        <>
          <span className="flex-1 text-left">{t("find")}</span>
          <Kbd>Ctrl K</Kbd>
        </>
      )}
    </button>
  );
}
