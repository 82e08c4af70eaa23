import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

import { authUser } from "./auth.ts";
import { createdAt, id, instant } from "./columns.ts";
import { portal } from "./portal.ts";

/** Who somebody of the console is on a portal: proven by signing in there. */
export const portalLogin = pgTable(
  "portal_login",
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => authUser.id, { onDelete: "cascade" }),
    portalId: uuid()
      .notNull()
      .references(() => portal.id, { onDelete: "cascade" }),
    /** Portal user id. */
    personId: text().notNull(),
    personName: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("portal_login_person_idx").on(table.portalId, table.personId),
    uniqueIndex("portal_login_user_idx").on(table.userId, table.portalId),
  ],
);
export type PortalLogin = typeof portalLogin.$inferSelect;

/** By which a program calls the console's API in somebody's name. */
export const apiToken = pgTable(
  "api_token",
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => authUser.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** Hash of the token, which is shown once and kept nowhere. */
    digest: text().notNull().unique(),
    /** Its first letters, by which people tell it from others. */
    hint: text().notNull(),
    /** It may do what this role may, and never more than its owner. */
    role: text().notNull(),
    expiresAt: instant(),
    lastUsedAt: instant(),
    revokedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [index("api_token_user_idx").on(table.userId)],
);
export type ApiToken = typeof apiToken.$inferSelect;
