import { useFormatter, useTranslations } from "use-intl";
import type { DownloadRule, EventRule, Faults, Often, RestRule } from "./faults.ts";

/** Limits that real portals have, and none: anything else was switched. */
const USUAL_REQUESTS: readonly unknown[] = ["50/2", "250/5", "off", undefined, null];
const USUAL_OPERATING_S = 480;
const USUAL_FILE_LINK_S = 60;

/** Says rules, and all that is switched, in words. */
export function useFaultTexts() {
  const t = useTranslations("faults");
  const format = useFormatter();

  function often({ times, rate }: Often): string {
    const share =
      rate === undefined
        ? ""
        : t("share", { share: format.number(rate, { style: "percent", maximumFractionDigits: 1 }) });
    return [share, times === undefined ? "" : t("timesLeft", { times })].filter(Boolean).join(", ");
  }
  const delay = (delayMs: number | undefined) =>
    delayMs ? t("after", { seconds: format.number(delayMs / 1000, { maximumFractionDigits: 1 }) }) : "";
  const join = (parts: (string | undefined)[]) => parts.filter(Boolean).join(" · ");

  const rest = (rule: RestRule) => join([t(`rest.${rule.mode}`), rule.method, delay(rule.delayMs), often(rule)]);
  const event = (rule: EventRule) => join([t(`event.${rule.mode}`), rule.event, delay(rule.delayMs), often(rule)]);
  const download = (rule: DownloadRule) =>
    join([t(`download.${rule.mode}`), rule.file, delay(rule.delayMs), often(rule)]);

  function all({ rest: calls, events, downloads, access, portal, limits, lifetimes }: Faults): string[] {
    const when = (isOn: boolean, text: string) => (isOn ? [text] : []);
    return [
      ...calls.map(rest),
      ...events.map(event),
      ...downloads.map(download),
      ...when(access.areTokensExpired, t("access.areTokensExpired")),
      ...when(access.areWebhooksRevoked, t("access.areWebhooksRevoked")),
      ...when(access.isPaymentRequired, t("access.isPaymentRequired")),
      ...when(access.revokedApps.length > 0, t("access.revoked", { apps: access.revokedApps.join(", ") })),
      ...when(portal.isOldRevision, t("portal.isOldRevision")),
      ...when(portal.movedTo !== null, t("portal.movedTo", { address: portal.movedTo ?? "" })),
      ...when(portal.isHttpsRequired, t("portal.isHttpsRequired")),
      ...when(!USUAL_REQUESTS.includes(limits.requests), t("limits.requestsNow", { limit: limits.requests ?? "" })),
      ...when(
        limits.operatingS !== USUAL_OPERATING_S,
        t("limits.operatingNow", { seconds: limits.operatingS === null ? "∞" : String(limits.operatingS) }),
      ),
      ...limits.costs.map(({ method, seconds }) => t("limits.cost", { method, seconds: String(seconds) })),
      ...when(
        lifetimes.fileLinkS !== USUAL_FILE_LINK_S,
        t("lifetimes.fileLinkNow", { seconds: String(lifetimes.fileLinkS) }),
      ),
      ...when(!lifetimes.isRefreshOneShot, t("lifetimes.refreshReused")),
    ];
  }
  return { rest, event, download, all };
}
