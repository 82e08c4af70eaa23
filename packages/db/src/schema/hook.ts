import { bigint, boolean, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";

import { checkOneOf, createdAt, id, instant } from "./columns.ts";
import { bot } from "./portal.ts";

/** Who posts, and so how a post is read: monitoring in the forms of these, payments, 1C, or anybody in any JSON. */
export const HOOK_KIND = ["alertmanager", "grafana", "zabbix", "sentry", "payment", "one_c", "generic"] as const;
export type HookKind = (typeof HOOK_KIND)[number];

/** How a sender proves itself: it shows the secret, or signs each post with it. */
export const HOOK_PROOF = ["bearer", "hmac"] as const;

/** An address under which another system posts to a bot. */
export const hook = pgTable(
  "hook",
  {
    id: id(),
    botId: uuid()
      .notNull()
      .references(() => bot.id, { onDelete: "cascade" }),
    name: text().notNull(),
    kind: text({ enum: HOOK_KIND }).notNull(),
    /** What the sender must show, as a bearer token or a basic password. Hashed: it is only ever compared. */
    secretDigest: text().notNull(),
    proof: text({ enum: HOOK_PROOF }).notNull().default("bearer"),
    /** The secret itself, sealed, where posts are signed with it; null where it is shown. */
    secretSealed: text(),
    /** How its posts are read and where they go; checked by the schema of the notifications package when read. */
    options: jsonb().$type<Readonly<Record<string, unknown>>>().notNull().default({}),
    /** What the sender's own API is called with (a silence, an acknowledgement), sealed; null where it is not told. */
    apiTokenSealed: text(),
    accepted: bigint({ mode: "number" }).notNull().default(0),
    refused: bigint({ mode: "number" }).notNull().default(0),
    lastAcceptedAt: instant(),
    isActive: boolean().notNull().default(true),
    createdAt: createdAt(),
  },
  (table) => [
    checkOneOf("hook_kind_check", table.kind, HOOK_KIND),
    checkOneOf("hook_proof_check", table.proof, HOOK_PROOF),
    index("hook_bot_idx").on(table.botId),
  ],
);
export type Hook = typeof hook.$inferSelect;

/** Posts of a hook as people see them, the newest of each outcome: what came, masked, and why it was refused. */
export const hookSample = pgTable(
  "hook_sample",
  {
    id: id(),
    hookId: uuid()
      .notNull()
      .references(() => hook.id, { onDelete: "cascade" }),
    /** The HTTP status that was answered. */
    status: integer().notNull(),
    /** In one sentence, in English; null when it was accepted. */
    reason: text(),
    /** The same for whoever words it in another language; null where there are no words but those, or when it was accepted. */
    refusal: jsonb().$type<{ code: string; values: Readonly<Record<string, string | number>> }>(),
    /** With secrets and people's data masked, and cut to some kilobytes. */
    body: text().notNull(),
    at: createdAt(),
  },
  (table) => [index("hook_sample_hook_idx").on(table.hookId, table.at)],
);
export type HookSample = typeof hookSample.$inferSelect;
