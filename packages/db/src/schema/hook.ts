import { boolean, index, pgTable, text, uuid } from "drizzle-orm/pg-core";

import { checkOneOf, createdAt, id } from "./columns.ts";
import { bot } from "./portal.ts";

/** Who posts: Alertmanager in its own form, or anybody in any JSON. */
export const HOOK_KIND = ["alertmanager", "generic"] as const;

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
    isActive: boolean().notNull().default(true),
    createdAt: createdAt(),
  },
  (table) => [checkOneOf("hook_kind_check", table.kind, HOOK_KIND), index("hook_bot_idx").on(table.botId)],
);
export type Hook = typeof hook.$inferSelect;
