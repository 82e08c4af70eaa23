import { isPrivateHost } from "@botdeck/b24-client";
import type { Portals } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

/**
 * Says of each connected portal that by its very address lies in a private network that it is not called: for a deployment that does
 * not take such portals.
 */
export async function warnOfPrivatePortals(
  portals: Pick<Portals, "inState">,
  logger: Pick<Logger, "error">,
): Promise<void> {
  for (const { domain } of await portals.inState("active")) {
    const hostname = URL.parse(`https://${domain}`)?.hostname;
    if (hostname === undefined || !isPrivateHost(hostname)) continue;
    logger.error(
      { domain },
      "this portal lies in a private network and is not called: gateway, worker and console want B24_PRIVATE_PORTALS=true",
    );
  }
}
