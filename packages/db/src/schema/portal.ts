import { REQUEST_LIMIT } from "@botdeck/core";
import { bigint, boolean, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import { checkOneOf, createdAt, id, instant } from "./columns.ts";

export const PORTAL_STATE = ["pending", "active", "reauth", "removed"] as const;
export const PORTAL_AUTH = ["oauth", "webhook"] as const;
/** With whose rights an internal bot acts: those of the person who asked, or of the inbound webhook's owner. */
export const PORTAL_RIGHTS = ["person", "owner"] as const;

/** One Bitrix24 portal that bots of this deployment serve. `pending` waits for the worker to check the install and register the bots. */
export const portal = pgTable(
  "portal",
  {
    id: id(),
    /** Bitrix24's own id of the portal, which survives a rename. Null for a portal reached by an inbound webhook. */
    memberId: text().unique(),
    domain: text().notNull(),
    auth: text({ enum: PORTAL_AUTH }).notNull(),
    /** REST base such as `https://portal/rest/` of an app; null for a webhook, whose whole URL is secret. */
    clientEndpoint: text(),
    /** OAuth server base as the portal named it; the token URL is derived from it. Null for a webhook. */
    serverEndpoint: text(),
    /** Inbound webhook URL, sealed; null for an app. */
    webhookUrlSealed: text(),
    /** Hash of the webhook URL, so that the same webhook is found again. */
    webhookUrlDigest: text().unique(),
    /** Proves that an event is the portal's, sealed; null for a webhook. */
    applicationTokenSealed: text(),
    /** The bucket of the portal's plan. */
    requestLimit: text({ enum: REQUEST_LIMIT }).notNull().default("standard"),
    rights: text({ enum: PORTAL_RIGHTS }).notNull().default("person"),
    /** Its OAuth server takes a code challenge (PKCE); Bitrix24 documents none. */
    pkce: boolean().notNull().default(false),
    state: text({ enum: PORTAL_STATE }).notNull().default("pending"),
    /** Why the portal is not active, for a person. */
    stateReason: text(),
    /** Disconnected in the console while the app may still be installed: opening the app there does not connect it again. */
    isLeft: boolean().notNull().default(false),
    /** What the console goes by there, such as when a wait is too long; checked by its schema when read. */
    desk: jsonb().$type<Readonly<Record<string, unknown>>>().notNull().default({}),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    checkOneOf("portal_state_check", table.state, PORTAL_STATE),
    checkOneOf("portal_auth_check", table.auth, PORTAL_AUTH),
    checkOneOf("portal_rights_check", table.rights, PORTAL_RIGHTS),
    checkOneOf("portal_request_limit_check", table.requestLimit, REQUEST_LIMIT),
    // The activator looks for what waits for it.
    index("portal_state_idx").on(table.state),
  ],
);
export type Portal = typeof portal.$inferSelect;

export const TOKEN_STATE = ["valid", "reauth"] as const;

/** Tokens of one person on one portal (the installer's at first), sealed. One row is locked while it is refreshed. */
export const oauthToken = pgTable(
  "oauth_token",
  {
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    /** Portal user id; `installer` until the portal told which. */
    userId: text().notNull(),
    accessTokenSealed: text().notNull(),
    refreshTokenSealed: text().notNull(),
    expiresAt: instant().notNull(),
    /** `reauth`: the refresh token is dead, and only the person can give a new one. */
    state: text({ enum: TOKEN_STATE }).notNull().default("valid"),
    updatedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.portalId, table.userId] }),
    checkOneOf("oauth_token_state_check", table.state, TOKEN_STATE),
  ],
);

/** A link by which one person may authorise the app: good once, and for a short time. */
export const authorizationRequest = pgTable(
  "authorization_request",
  {
    /** Hash of the `state` in the link; the link itself is known to its person alone. */
    stateDigest: text().primaryKey(),
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    /** Portal user id of the only person it is for; `installer` for whoever renews the app's own access. */
    userId: text().notNull(),
    /** The secret whose hash went with the link, sealed; null where the portal takes none. */
    verifierSealed: text(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [index("authorization_request_expiry_idx").on(table.expiresAt)],
);

export const BOT_STATE = ["registering", "active", "failed", "removed"] as const;
export const EVENT_MODE = ["webhook", "fetch"] as const;
export const BOT_API = ["v1", "v2"] as const;

/** One bot definition put to work on one portal. */
export const bot = pgTable(
  "bot",
  {
    id: id(),
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    /** The definition's code, such as `store`. */
    code: text().notNull(),
    name: text().notNull(),
    /** The portal's id of the bot (also its user id); null until registered. */
    bitrixBotId: text(),
    /** The `botToken` that webhook calls of this bot carry, sealed; null with OAuth. Written before the bot is registered with it. */
    botTokenSealed: text(),
    /** A bot is in one mode, never in both. */
    eventMode: text({ enum: EVENT_MODE }).notNull(),
    /** The portal's bot API that it was registered with; its events come in that one's form for ever, so its calls keep to it. */
    api: text({ enum: BOT_API }).notNull().default("v2"),
    /** The portal's ids of its commands, by name: the first API lists none. */
    commandIds: jsonb().$type<Readonly<Record<string, string>>>().notNull().default({}),
    /** Of its commands as the portal was last told them; null when it was not yet. */
    commandsDigest: text(),
    /** It acts with the rights of who asks, so the tokens that come with their events are kept. */
    keepsTokens: boolean().notNull().default(false),
    /** The offset to ask `imbot.v2.Event.get` for next; null before the first answer. Stored with the events it stands for. */
    fetchOffset: bigint({ mode: "number" }),
    /** People may switch it off: then it is taken from the portal, and keeps its settings. */
    isOn: boolean().notNull().default(true),
    state: text({ enum: BOT_STATE }).notNull().default("registering"),
    stateReason: text(),
    /** Checked by the definition's schema when read. */
    settings: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    uniqueIndex("bot_portal_code_idx").on(table.portalId, table.code),
    uniqueIndex("bot_portal_bitrix_id_idx").on(table.portalId, table.bitrixBotId),
    checkOneOf("bot_state_check", table.state, BOT_STATE),
    checkOneOf("bot_event_mode_check", table.eventMode, EVENT_MODE),
    checkOneOf("bot_api_check", table.api, BOT_API),
  ],
);
export type Bot = typeof bot.$inferSelect;
