import { Button } from "@botdeck/ui";
import { Zap, ZapOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { useFaultTexts } from "../faults/use-fault-texts.ts";
import { useFaults } from "../faults/use-faults.ts";
import { PlaceLink } from "../url/place-link.tsx";

/** Across every page while the portal does something wrong on purpose: a fault that one forgot costs hours. */
export function FaultsBanner() {
  const t = useTranslations("faults");
  const texts = useFaultTexts();
  const { faults, clear } = useFaults();
  const active = faults.data ? texts.all(faults.data) : [];
  if (active.length === 0) return null;
  return (
    <aside
      aria-label={t("active")}
      data-faults={active.length}
      className="flex shrink-0 items-center gap-2 bg-warning-tint px-3 py-1 text-sm text-warning md:px-4"
    >
      <Zap aria-hidden className="size-4 shrink-0" />
      <p className="line-clamp-2 min-w-0 flex-1">
        <PlaceLink to={{ page: "faults" }} className="font-medium underline underline-offset-2">
          {t("activeCount", { count: active.length })}
        </PlaceLink>{" "}
        {active.join("; ")}
      </p>
      <Button size="sm" onClick={clear}>
        <ZapOff aria-hidden />
        {t("clear")}
      </Button>
    </aside>
  );
}
