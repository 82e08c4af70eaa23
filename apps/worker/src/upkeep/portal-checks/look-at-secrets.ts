import { type Bot, isSealedOtherwise, type Portal, type PortalFinding, type Portals } from "@botdeck/db";

import { finding } from "./finding.ts";

/** What opens a portal, by what it is for. */
type Secrets = Pick<Portals, "webhookUrl" | "applicationToken" | "botToken">;

/**
 * Whether this process can open what a portal is reached with and known by. What was sealed with another key than it has is lost to it:
 * the portal has to be connected anew, or the former key put back.
 *
 * @returns `isReachable` false where nothing can be asked of the portal.
 */
export function lookAtSecrets(
  portal: Portal,
  bots: readonly Bot[],
  { webhookUrl, applicationToken, botToken }: Secrets,
): { isReachable: boolean; findings: PortalFinding[] } {
  const isReachable = opens(() => webhookUrl(portal));
  const closed = [
    ...(isReachable ? [] : ["address"]),
    ...(opens(() => applicationToken(portal)) ? [] : ["application"]),
    ...bots.filter((bot) => !opens(() => botToken(bot))).map(({ code }) => code),
  ];
  return { isReachable, findings: closed.length === 0 ? [] : [sealedOtherwise(closed)] };
}

/** The same for what shows only in a call, such as the app's own token. */
export const sealedOtherwise = (closed: readonly string[]): PortalFinding => finding("secrets", "problem", { closed });

function opens(open: () => unknown): boolean {
  try {
    open();
    return true;
  } catch (error) {
    if (isSealedOtherwise(error)) return false;
    throw error;
  }
}
