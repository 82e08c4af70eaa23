import {
  type PortalCheck,
  portalDeskOf,
  type PortalDetails,
  type PortalFinding,
  type ShownBot,
  type ShownPortal,
  TOLD_OFF,
} from "@botdeck/db";

/** Worst first. */
const LEVELS = ["problem", "warning", "ok"] as const;

/** A portal in the list, with its health in short. */
export function portalRow({ check, bots, ...portal }: ShownPortal & { check: PortalCheck | null; bots: ShownBot[] }) {
  const { id, domain, auth, state, stateReason } = portal;
  return { id, domain, auth, state, stateReason, health: healthOf(check), bots: bots.map(botOnPortal) };
}

/** What the latest look at a portal's health says in one word; `unknown` until there was one. */
export function healthOf(check: PortalCheck | null) {
  const findings = check?.findings ?? [];
  const countOf = (level: PortalFinding["level"]) => findings.filter((one) => one.level === level).length;
  return {
    level: check?.problem == null ? (LEVELS.find((level) => countOf(level) > 0) ?? "unknown") : "problem",
    problems: countOf("problem"),
    warnings: countOf("warning"),
    checkedAt: check?.checkedAt?.toISOString() ?? null,
    isAsked: check?.requestedAt != null,
  } as const;
}

/** A bot as its portal's page shows it. */
export function botOnPortal(bot: ShownBot) {
  const { id, code, name, bitrixBotId, eventMode, api, isOn, state, stateReason, commandsDigest } = bot;
  const isTold = state !== "active" || (commandsDigest === TOLD_OFF) === !isOn;
  return { id, code, name, bitrixBotId, eventMode, api, isOn, state, stateReason, isTold };
}

/** Everything about a portal; what only admins may change is shown in part to others. */
export function portalView(portal: PortalDetails, { isAdmin }: { isAdmin: boolean }) {
  const { check, bots, orders, nlu, token, requestLimit, rights, desk, createdAt } = portal;
  return {
    ...portalRow({ ...portal, check, bots }),
    problem: check?.problem ?? null,
    findings: (check?.findings ?? []).toSorted((one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level)),
    requestLimit,
    rights,
    desk: portalDeskOf(desk),
    token: token === null ? null : { state: token.state, updatedAt: token.updatedAt.toISOString() },
    orders: ordersView(orders, isAdmin),
    nlu: nlu === null ? null : { ...kindOf(nlu), requestsToday: nlu.requestsToday ?? 0 },
    createdAt: createdAt.toISOString(),
  };
}

function ordersView(orders: PortalDetails["orders"], isAdmin: boolean) {
  if (orders === null) return null;
  const { config } = orders;
  const textOf = (name: string) => (isAdmin && typeof config[name] === "string" ? config[name] : "");
  return { ...kindOf(orders), url: textOf("url"), login: textOf("login") };
}

function kindOf({ config, hasSecret, updatedAt }: NonNullable<PortalDetails["orders"]>) {
  const kind = typeof config["kind"] === "string" ? config["kind"] : "?";
  return { kind, hasSecret, updatedAt: updatedAt.toISOString() };
}
