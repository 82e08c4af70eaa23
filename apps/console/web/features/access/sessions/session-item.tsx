import { Badge } from "@botdeck/ui";
import type { inferRouterOutputs } from "@trpc/server";
import { Monitor, Smartphone } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { useDayTime } from "../use-day-time.ts";

export type ShownSession = inferRouterOutputs<AppRouter>["session"]["list"]["rows"][number];

type Props = {
  session: ShownSession;
  /** Whose it is, where several people's stand together. */ owner?: ReactNode;
  action: ReactNode;
};

/** A browser in which somebody is signed in. */
export function SessionItem({ session, owner, action }: Props) {
  const t = useTranslations("access.sessions");
  const dayTime = useDayTime();
  const { device, address, isOwn, createdAt, lastSeenAt } = session;
  const Icon = device.system === "iOS" || device.system === "Android" ? Smartphone : Monitor;
  const browser = device.browser ?? device.system;
  const name =
    device.browser !== null && device.system !== null
      ? t("device", { browser: device.browser, system: device.system })
      : (browser ?? t("unknownDevice"));
  return (
    <li data-session={session.userEmail} className="flex items-center gap-3 py-2.5">
      <Icon aria-hidden className="size-4 shrink-0 text-ink-muted" />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {owner}
          <span className={owner === undefined ? "font-medium" : "text-ink-muted"}>{name}</span>
          {isOwn && <Badge tone="human">{t("current")}</Badge>}
        </span>
        <span className="flex flex-wrap gap-x-3 text-sm text-ink-muted">
          <time dateTime={lastSeenAt}>{t("seen", { date: dayTime(lastSeenAt) })}</time>
          {address !== null && <span className="wrap-anywhere">{t("address", { address })}</span>}
          <time dateTime={createdAt}>{t("begun", { date: dayTime(createdAt) })}</time>
        </span>
      </span>
      {action}
    </li>
  );
}
