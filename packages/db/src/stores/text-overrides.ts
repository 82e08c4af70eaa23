import { and, eq, sql } from "drizzle-orm";

import { announce } from "../channel.ts";
import type { Database } from "../client.ts";
import { textOverride } from "../schema/text-override.ts";

/** Texts by language, then by their names in the bot's catalog. */
export type OverriddenTexts = Record<string, Record<string, string>>;

export type TextOverride = {
  portalId: string;
  botCode: string;
  language: string;
  key: string;
  /** Null takes the portal's own words back: the bot says its own again. */
  text: string | null;
  /** The console user who does it. */
  updatedBy: string;
};

export type TextOverrides = ReturnType<typeof createTextOverrides>;

/** What bots say in a portal's own words. Whoever knows portals by heart is told of a change. */
export function createTextOverrides(db: Database) {
  return {
    async ofBot(portalId: string, botCode: string): Promise<OverriddenTexts> {
      const rows = await db
        .select({ language: textOverride.language, key: textOverride.key, text: textOverride.text })
        .from(textOverride)
        .where(and(eq(textOverride.portalId, portalId), eq(textOverride.botCode, botCode)));
      const texts: OverriddenTexts = {};
      for (const { language, key, text } of rows) (texts[language] ??= {})[key] = text;
      return texts;
    },

    async put({ text, updatedBy, ...which }: TextOverride): Promise<void> {
      const { portalId, botCode, language, key } = textOverride;
      if (text === null) {
        await db
          .delete(textOverride)
          .where(
            and(
              eq(portalId, which.portalId),
              eq(botCode, which.botCode),
              eq(language, which.language),
              eq(key, which.key),
            ),
          );
      } else {
        await db
          .insert(textOverride)
          .values({ ...which, text, updatedBy })
          .onConflictDoUpdate({
            target: [portalId, botCode, language, key],
            set: { text, updatedBy, updatedAt: sql`now()` },
          });
      }
      await announce(db, "botdeck_portals", null);
    },
  };
}
