import { type OAuthTokens, type Portals, TokenMissing } from "@botdeck/db";
import { type GrantDeps, renewGrant } from "@botdeck/portal-clients";
import type { Logger } from "@botdeck/telemetry";

/** What Bitrix24 says a refresh token lives, in days; only the OAuth server knows. Bitrix24 docs: settings/oauth */
const GRANT_DAYS = 180;
/** So long before its end one that nobody has used is renewed, in days. More often would be taken for abuse. */
const AHEAD_DAYS = 10;
const DAY_MS = 24 * 3_600_000;
const AT_ONCE = 50;

type Deps = Omit<GrantDeps, "onReauth"> & { portals: Portals; tokens: OAuthTokens; logger: Logger };

/** Keeps grants alive of people who have not come for months; one that fails is tried again at the next run. */
export async function renewIdleGrants(now: Date, deps: Deps): Promise<void> {
  const { portals, tokens, logger } = deps;
  const since = new Date(now.getTime() - (GRANT_DAYS - AHEAD_DAYS) * DAY_MS);
  for (const { portalId, userId } of await tokens.idleSince(since, AT_ONCE)) {
    const portal = await portals.byId(portalId);
    if (portal === null) continue;
    try {
      await renewGrant(portal, userId, deps);
      logger.info({ portalId, userId }, "a grant that was not used for months is renewed");
    } catch (error) {
      const text = "a grant that was not used for months could not be renewed";
      if (error instanceof TokenMissing) logger.info({ portalId, userId }, `${text}: it is dead`);
      else logger.warn({ err: error, portalId, userId }, text);
    }
  }
}
