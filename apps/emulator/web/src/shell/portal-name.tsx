import { BotMessageSquare } from "lucide-react";
import { useTranslations } from "use-intl";
import { useLive } from "../live/use-live.ts";
import { usePortal } from "../live/portal-context.ts";

const never = () => false;

/** Ours and the portal's name; the latter stays away while the emulator does not answer. */
export function PortalName() {
  const t = useTranslations("app");
  const { api } = usePortal();
  const health = useLive("health", api.health, never);
  return (
    <div className="flex min-w-0 items-center gap-2.5">
      <span className="inline-flex size-7 shrink-0 items-center justify-center rounded-lg bg-accent text-accent-ink">
        <BotMessageSquare aria-hidden className="size-4" />
      </span>
      <p className="flex min-w-0 items-baseline gap-2">
        <span className="text-lg font-semibold">{t("name")}</span>
        <span className="text-ink-muted max-sm:sr-only">{t("room")}</span>
      </p>
      {health.data && (
        <span className="truncate text-sm text-ink-muted max-lg:hidden">{health.data.portal.domain}</span>
      )}
    </div>
  );
}
