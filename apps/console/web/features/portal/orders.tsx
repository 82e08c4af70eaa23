import { Button, Card } from "@botdeck/ui";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { useShortTime } from "../../components/use-short-time.ts";
import { ORDER_KINDS } from "./order-kinds.ts";
import { OrdersDialog } from "./orders-dialog.tsx";
import type { PortalDetails } from "./portal-look.tsx";

/** Where the shop's bot looks up orders. */
export function Orders({ portal, mayChange }: { portal: PortalDetails; mayChange: boolean }) {
  const t = useTranslations("portals.orders");
  const when = useShortTime();
  const [isEditing, setIsEditing] = useState(false);
  const { orders } = portal;
  const kind = ORDER_KINDS.find((each) => each === orders?.kind);
  return (
    <Card className="flex flex-col gap-1">
      <header className="flex items-center gap-2">
        <h3 className="flex-1 font-semibold">{t("title")}</h3>
        {mayChange && (
          <Button size="sm" aria-label={`${t("edit")}: ${t("title")}`} onClick={() => setIsEditing(true)}>
            {t("edit")}
          </Button>
        )}
      </header>
      <p>{orders === null ? t("kinds.sale") : kind === undefined ? orders.kind : t(`kinds.${kind}`)}</p>
      {orders !== null && orders.url !== "" && <p className="text-sm wrap-anywhere">{orders.url}</p>}
      <p className="text-sm text-ink-muted">
        {orders === null
          ? t("byDefault")
          : [t(orders.hasSecret ? "hasSecret" : "noSecret"), t("setAt", { time: when(orders.updatedAt) })].join(" · ")}
      </p>
      <p className="text-sm text-ink-muted">{t("text")}</p>
      {isEditing && <OrdersDialog portal={portal} onClose={() => setIsEditing(false)} />}
    </Card>
  );
}
