import { type Database, INSTALLER, oauthToken, type Portal, type PortalFinding } from "@botdeck/db";
import { and, eq } from "drizzle-orm";

import { finding } from "./finding.ts";

/** What Bitrix24 says a refresh token lives without use, in days. Bitrix24 docs: settings/oauth */
const GRANT_DAYS = 180;
/** By then upkeep should have renewed it. */
const OLD_DAYS = 174;
const DAY_MS = 86_400_000;

/** How old the app's own access is, without asking anybody. A webhook has none: it lives as long as its owner lets it. */
export async function lookAtToken(
  db: Database,
  { id, auth, state }: Pick<Portal, "id" | "auth" | "state">,
  now: () => number = Date.now,
): Promise<PortalFinding[]> {
  if (auth === "webhook") return [finding("token", "ok", { by: "webhook" })];
  const [token] = await db
    .select({ state: oauthToken.state, updatedAt: oauthToken.updatedAt })
    .from(oauthToken)
    .where(and(eq(oauthToken.portalId, id), eq(oauthToken.userId, INSTALLER)));
  if (token === undefined || token.state === "reauth" || state === "reauth") {
    return [finding("token", "problem", { by: "oauth", isDead: true, ageDays: null, endsInDays: null })];
  }
  const ageDays = Math.floor((now() - token.updatedAt.getTime()) / DAY_MS);
  const facts = { by: "oauth", isDead: false, ageDays, endsInDays: GRANT_DAYS - ageDays };
  return [finding("token", ageDays >= OLD_DAYS ? "warning" : "ok", facts)];
}
