import { type Bot, opens, type Portal, type PortalFinding, type Portals } from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";

import { finding } from "./finding.ts";

/** What opens a portal, by what it is for. */
type Secrets = Pick<Portals, "webhookUrl" | "applicationToken" | "botToken">;

/**
 * Whether this process can open what a portal is reached with and known by. What was sealed with another key than it has is lost to it:
 * the portal has to be connected anew, or the former key put back. Bots that were removed, or that this deployment has no more, need no key.
 *
 * @returns `isReachable` false where nothing can be asked of the portal; what does not open by its names.
 */
export function lookAtSecrets(
  portal: Portal,
  { bots, definitions }: { bots: readonly Bot[]; definitions: readonly AnyBot[] },
  { webhookUrl, applicationToken, botToken }: Secrets,
): { isReachable: boolean; closed: string[] } {
  const isReachable = opens(() => webhookUrl(portal));
  const served = bots.filter(({ code, state }) => state !== "removed" && definitions.some((one) => one.code === code));
  const closed = [
    ...(isReachable ? [] : ["address"]),
    ...(opens(() => applicationToken(portal)) ? [] : ["application"]),
    ...served.filter((bot) => !opens(() => botToken(bot))).map(({ code }) => code),
  ];
  return { isReachable, closed };
}

/** One finding for all that does not open, whatever look showed it: a code is told once. */
export const sealedOtherwise = (closed: readonly string[]): PortalFinding[] =>
  closed.length === 0 ? [] : [finding("secrets", "problem", { closed })];
