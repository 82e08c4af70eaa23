import { Badge, StatusBadge, type Tone } from "@botdeck/ui";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "use-intl";

import type { AppRouter } from "../../../server/root.ts";

export type PortalRow = inferRouterOutputs<AppRouter>["portal"]["page"]["rows"][number];
export type PortalDetails = inferRouterOutputs<AppRouter>["portal"]["get"];
export type PortalBot = PortalRow["bots"][number];

const STATE_TONE = {
  pending: "warning",
  failed: "danger",
  active: "human",
  reauth: "warning",
  removed: "neutral",
} as const satisfies Record<string, Tone>;

const HEALTH_TONE = {
  ok: "human",
  warning: "warning",
  problem: "danger",
  unknown: "neutral",
} as const satisfies Record<PortalRow["health"]["level"], Tone>;

const BOT_TONE = {
  registering: "warning",
  active: "human",
  failed: "danger",
  removed: "neutral",
  off: "neutral",
} as const satisfies Record<string, Tone>;

/** A portal waits to be connected until something stood in the way. */
export const stateOf = ({ state, stateReason }: Pick<PortalRow, "state" | "stateReason">) =>
  state === "pending" && stateReason !== null ? "failed" : state;

export function PortalState({ portal }: { portal: Pick<PortalRow, "state" | "stateReason"> }) {
  const t = useTranslations("portals.states");
  const state = stateOf(portal);
  return <StatusBadge tone={STATE_TONE[state]}>{t(state)}</StatusBadge>;
}

/** How a portal is, in a word and by how much. */
export function PortalHealth({ health: { level, problems, warnings } }: Pick<PortalRow, "health">) {
  const t = useTranslations("portals.health");
  const counts = [
    ...(problems > 0 ? [t("problems", { count: problems })] : []),
    ...(warnings > 0 ? [t("warnings", { count: warnings })] : []),
  ];
  return (
    <StatusBadge tone={HEALTH_TONE[level]}>{counts.length > 0 ? counts.join(", ") : t(`levels.${level}`)}</StatusBadge>
  );
}

/** What a bot is doing; one that is off is nothing else. */
const botStateOf = ({ state, isOn }: Pick<PortalBot, "state" | "isOn">) =>
  !isOn && state !== "removed" ? "off" : state;

export function BotState({ bot }: { bot: Pick<PortalBot, "state" | "isOn"> }) {
  const t = useTranslations("portals.bots.states");
  const state = botStateOf(bot);
  return <StatusBadge tone={BOT_TONE[state]}>{t(state)}</StatusBadge>;
}

/** A bot by its name, with its state where that is not as it should be. */
export function BotName({ bot }: { bot: PortalBot }) {
  const t = useTranslations("portals.bots.states");
  const state = botStateOf(bot);
  return (
    <Badge tone={state === "active" ? "neutral" : BOT_TONE[state]}>
      <span className={state === "off" ? "line-through" : undefined}>{bot.name}</span>
      {state !== "active" && <span>· {t(state)}</span>}
    </Badge>
  );
}
