import { jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";

import { instant } from "./columns.ts";
import { portal } from "./portal.ts";

/** What one look at a portal's health found. `code` says which check, `facts` what it saw; the console has the words. */
export type PortalFinding = {
  code: string;
  level: "ok" | "warning" | "problem";
  facts: Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
};

/** The latest look at a portal's health: asked for in the console or by the clock, made by the worker. */
export const portalCheck = pgTable("portal_check", {
  portalId: uuid()
    .primaryKey()
    .references(() => portal.id, { onDelete: "cascade" }),
  /** Set by whoever wants a new one; null once it was made. */
  requestedAt: instant(),
  checkedAt: instant(),
  findings: jsonb().$type<readonly PortalFinding[]>().notNull().default([]),
  /** Why it could not be made, for a person. */
  problem: text(),
});
export type PortalCheck = typeof portalCheck.$inferSelect;
