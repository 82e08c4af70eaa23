import type { B24Client, CallOptions } from "@botdeck/b24-client";
import type { CallWay, KeptByPortal, PortalFactsCache, SaleWords } from "@botdeck/crm";
import { AppError, EFFECT_LANE, type EffectKind } from "@botdeck/core";
import {
  type Bot,
  BUDGET_WAIT_MS,
  type DatabaseHandle,
  isOfTheMoment,
  type OutboxEffect,
  PORTAL_LEFT,
  type Portals,
} from "@botdeck/db";
import type { ActAs, OnReauth, PortalClients } from "@botdeck/portal-clients";

import type { KnownRows } from "../../known-rows.ts";
import type { PeopleByDefault } from "../../notifications/people-by-default.ts";
import type { RulesOf } from "../../notifications/portal-rules.ts";
import type { DirectoryOf } from "../../services/directories.ts";
import { Unwanted } from "../carrier.ts";

/** What carriers of REST calls need. */
export type PortalDeps = {
  db: DatabaseHandle["db"];
  known: Pick<KnownRows, "portalById" | "botById">;
  portals: Pick<Portals, "botToken">;
  clients: PortalClients;
  /** For effects that have the rights of one person. */
  actAs: ActAs;
  /** An effect waits for a person's permission: ask them. Called with each try. */
  onReauth: OnReauth;
  facts: PortalFactsCache;
  saleWords: KeptByPortal<SaleWords>;
  directoryOf: DirectoryOf;
  /** Whom the rules of a portal name. */
  rules: Pick<RulesOf, "find">;
  peopleByDefault: PeopleByDefault;
  callWays: KeptByPortal<CallWay>;
};

/** The kinds that are calls of a portal. */
type PortalKind = { [Kind in EffectKind]: (typeof EFFECT_LANE)[Kind] extends null ? never : Kind }[EffectKind];

/** All calls of one delivery together end with its lease: else another process would take it over while this one is at it. */
export const inTime = (kind: PortalKind, signal: AbortSignal): CallOptions => ({
  lane: EFFECT_LANE[kind],
  maxWaitMs: BUDGET_WAIT_MS,
  signal,
});

/**
 * @throws AppError `unauthorized` for a portal that removed the app: what waits for it is kept, and leaves when the app is
 * installed again.
 * @throws Unwanted for words to a portal that somebody has disconnected in the console.
 */
export async function reach({ portalId, body }: OutboxEffect, { known, clients }: PortalDeps): Promise<B24Client> {
  const portal = await known.portalById(portalId);
  const context = { portalId };
  if (!portal) throw new AppError("not_found", "The portal is not connected any more", { context });
  if (portal.state === "removed" && portal.isLeft && isOfTheMoment(body.kind)) throw new Unwanted(PORTAL_LEFT);
  if (portal.state === "removed") {
    const message = `${portal.domain} has removed the app: this waits until it is installed there again`;
    throw new AppError("unauthorized", message, { context });
  }
  return clients.for(portal);
}

type Credentials = { botId: string; botToken?: string };

export async function speaker(
  row: OutboxEffect,
  { portals, known }: PortalDeps,
): Promise<{ bot: Bot; credentials: Credentials }> {
  const bot = await known.botById(row.botId);
  if (!bot || bot.bitrixBotId === null) {
    throw new AppError("not_found", "The bot is not registered on its portal any more", {
      context: { botId: row.botId },
    });
  }
  const botToken = portals.botToken(bot);
  return { bot, credentials: { botId: bot.bitrixBotId, ...(botToken !== null && { botToken }) } };
}
