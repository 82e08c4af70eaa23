import { Card } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { useShortTime } from "../../components/use-short-time.ts";
import type { PortalDetails } from "./portal-look.tsx";

/** Who is asked what words mean, where the bots' own examples leave it open. */
export function Nlu({ nlu }: Pick<PortalDetails, "nlu">) {
  const t = useTranslations("portals.nlu");
  const tOrders = useTranslations("portals.orders");
  const when = useShortTime();
  return (
    <Card className="flex flex-col gap-1">
      <h3 className="font-semibold">{t("title")}</h3>
      {nlu === null ? (
        <p>{t("none")}</p>
      ) : (
        <>
          <p>{t.has(`kinds.${nlu.kind}`) ? t(`kinds.${nlu.kind}`) : nlu.kind}</p>
          <p className="text-sm text-ink-muted">
            {[
              t("asked", { count: nlu.requestsToday }),
              tOrders(nlu.hasSecret ? "hasSecret" : "noSecret"),
              tOrders("setAt", { time: when(nlu.updatedAt) }),
            ].join(" · ")}
          </p>
        </>
      )}
      <p className="text-sm text-ink-muted">{t("how")}</p>
    </Card>
  );
}
