import { and, asc, eq, gt, inArray, or, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import {
  bot,
  type Bot,
  nluProvider,
  nluUsage,
  oauthToken,
  orderSource,
  portal,
  type Portal,
  portalCheck,
  type PortalCheck,
} from "../schema/index.ts";
import { INSTALLER } from "./oauth-tokens.ts";

/** A portal as people may see it: without anything that was sealed. */
export type ShownPortal = Pick<
  Portal,
  | "id"
  | "domain"
  | "auth"
  | "state"
  | "stateReason"
  | "requestLimit"
  | "rights"
  | "desk"
  | "clientEndpoint"
  | "createdAt"
  | "updatedAt"
>;
export type ShownBot = Pick<
  Bot,
  | "id"
  | "portalId"
  | "code"
  | "name"
  | "bitrixBotId"
  | "eventMode"
  | "api"
  | "isOn"
  | "state"
  | "stateReason"
  | "commandsDigest"
>;

const PORTAL_COLUMNS = {
  id: portal.id,
  domain: portal.domain,
  auth: portal.auth,
  state: portal.state,
  stateReason: portal.stateReason,
  requestLimit: portal.requestLimit,
  rights: portal.rights,
  desk: portal.desk,
  clientEndpoint: portal.clientEndpoint,
  createdAt: portal.createdAt,
  updatedAt: portal.updatedAt,
};
const BOT_COLUMNS = {
  id: bot.id,
  portalId: bot.portalId,
  code: bot.code,
  name: bot.name,
  bitrixBotId: bot.bitrixBotId,
  eventMode: bot.eventMode,
  api: bot.api,
  isOn: bot.isOn,
  state: bot.state,
  stateReason: bot.stateReason,
  commandsDigest: bot.commandsDigest,
};

export type PortalCursor = { domain: string; id: string };
type ListedPortal = ShownPortal & { check: PortalCheck | null; bots: ShownBot[] };

/** All portals by domain, those that were taken away too, each with its bots and the latest look at its health. */
export async function listPortals(
  db: Database,
  page: { after: PortalCursor | null; limit: number },
): Promise<{ rows: ListedPortal[]; next: PortalCursor | null }> {
  const { after, limit } = page;
  const found = await db
    .select({ ...PORTAL_COLUMNS, check: portalCheck })
    .from(portal)
    .leftJoin(portalCheck, eq(portalCheck.portalId, portal.id))
    .where(
      after === null
        ? undefined
        : or(gt(portal.domain, after.domain), and(eq(portal.domain, after.domain), gt(portal.id, after.id))),
    )
    .orderBy(asc(portal.domain), asc(portal.id))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  const bots = await botsOf(
    db,
    shown.map(({ id }) => id),
  );
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => ({ ...row, bots: bots.filter(({ portalId }) => portalId === row.id) })),
    next: found.length > limit && last !== undefined ? { domain: last.domain, id: last.id } : null,
  };
}

async function botsOf(db: Database, portalIds: readonly string[]): Promise<ShownBot[]> {
  if (portalIds.length === 0) return [];
  return await db
    .select(BOT_COLUMNS)
    .from(bot)
    .where(inArray(bot.portalId, [...portalIds]))
    .orderBy(asc(bot.name), asc(bot.id));
}

/** A portal with all that is set about it; null when there is none. Secrets are told as there or not. */
export async function readPortalDetails(db: Database, id: string) {
  const [row] = await db
    .select({ ...PORTAL_COLUMNS, check: portalCheck })
    .from(portal)
    .leftJoin(portalCheck, eq(portalCheck.portalId, portal.id))
    .where(eq(portal.id, id));
  if (row === undefined) return null;
  const [bots, [orders = null], [nlu = null], [token = null]] = await Promise.all([
    botsOf(db, [id]),
    db
      .select({
        config: orderSource.config,
        hasSecret: sql<boolean>`${orderSource.secretSealed} is not null`,
        updatedAt: orderSource.updatedAt,
      })
      .from(orderSource)
      .where(eq(orderSource.portalId, id)),
    db
      .select({
        config: nluProvider.config,
        hasSecret: sql<boolean>`${nluProvider.secretSealed} is not null`,
        updatedAt: nluProvider.updatedAt,
        requestsToday: sql<number>`case when ${nluUsage.day} = (now() at time zone 'utc')::date then ${nluUsage.requests} else 0 end`,
      })
      .from(nluProvider)
      .leftJoin(nluUsage, eq(nluUsage.portalId, nluProvider.portalId))
      .where(eq(nluProvider.portalId, id)),
    db
      .select({ state: oauthToken.state, updatedAt: oauthToken.updatedAt })
      .from(oauthToken)
      .where(and(eq(oauthToken.portalId, id), eq(oauthToken.userId, INSTALLER))),
  ]);
  return { ...row, bots, orders, nlu, token };
}
export type PortalDetails = NonNullable<Awaited<ReturnType<typeof readPortalDetails>>>;

/** A bot with its portal and what is set about it; null when there is none. */
export async function readBotDetails(db: Database, id: string) {
  const [row] = await db
    .select({
      ...BOT_COLUMNS,
      settings: bot.settings,
      portalDomain: portal.domain,
      portalState: portal.state,
      rights: portal.rights,
    })
    .from(bot)
    .innerJoin(portal, eq(portal.id, bot.portalId))
    .where(eq(bot.id, id));
  return row ?? null;
}
export type BotDetails = NonNullable<Awaited<ReturnType<typeof readBotDetails>>>;
