import type { Tone } from "@botdeck/ui";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { useShortTime } from "../../../components/use-short-time.ts";

export type AlertGroup = inferRouterOutputs<AppRouter>["alert"]["list"]["rows"][number];
export type OpenedGroup = inferRouterOutputs<AppRouter>["alert"]["get"];

export const STATE_TONE: Record<AlertGroup["state"], Tone> = {
  firing: "danger",
  pending: "warning",
  acknowledged: "bot",
  silenced: "neutral",
  resolved: "human",
};
export const SEVERITY_TONE: Record<AlertGroup["severity"], Tone> = {
  critical: "danger",
  warning: "warning",
  info: "neutral",
};

/** The state with who acknowledged, or until when it is silent. */
export function useStateText(): (group: AlertGroup) => string {
  const t = useTranslations("notifications.alerts");
  const shortTime = useShortTime();
  return ({ state, acknowledgedBy, silencedUntil, isSilencedUntilRecovery }) => {
    const word = t(`states.${state}`);
    if (state === "acknowledged" && acknowledgedBy !== null) return t("acknowledgedBy", { name: acknowledgedBy });
    if (state !== "silenced") return word;
    if (isSilencedUntilRecovery) return `${word} ${t("untilRecovery")}`;
    return silencedUntil === null ? word : `${word} ${t("until", { time: shortTime(silencedUntil) })}`;
  };
}
