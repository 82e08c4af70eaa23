import { eq, sql } from "drizzle-orm";

import { announce } from "../channel.ts";
import type { Database } from "../client.ts";
import { orderSource } from "../schema/order-source.ts";
import { isSealedOtherwise, type SecretBox } from "../secret-box.ts";

/** Where a portal's orders are. `config` has no secret in it and is checked by whoever asks the source. */
export type StoredOrderSource = {
  config: Record<string, unknown>;
  /** What it is asked with, as its kind wants it; null for a source that wants nothing. */
  secret: string | null;
};

export type OrderSources = ReturnType<typeof createOrderSources>;

/** One order source a portal, its secret sealed at rest. Whoever knows portals by heart is told of a change. */
export function createOrderSources(db: Database, box: SecretBox) {
  const place = (portalId: string) => `order_source:${portalId}:secret`;

  function opened(sealed: string, portalId: string): string | null {
    try {
      return box.open(sealed, place(portalId));
    } catch (error) {
      if (isSealedOtherwise(error)) return null;
      throw error;
    }
  }

  return {
    /** A secret that is left out stays as it is, also one that does not open. */
    async put(
      portalId: string,
      { config, secret }: Partial<StoredOrderSource> & Pick<StoredOrderSource, "config">,
    ): Promise<void> {
      const secretSealed = typeof secret === "string" ? box.seal(secret, place(portalId)) : secret;
      const values = { config, ...(secretSealed !== undefined && { secretSealed }) };
      await db
        .insert(orderSource)
        .values({ portalId, ...values })
        .onConflictDoUpdate({ target: orderSource.portalId, set: { ...values, updatedAt: sql`now()` } });
      await announce(db, "botdeck_portals", null);
    },

    /** Null for a portal that has none. A secret that was sealed with another key is as if there were none: it has to be set anew. */
    async get(portalId: string): Promise<(StoredOrderSource & { updatedAt: Date }) | null> {
      const [row] = await db.select().from(orderSource).where(eq(orderSource.portalId, portalId));
      if (row === undefined) return null;
      const { config, secretSealed, updatedAt } = row;
      return { config, secret: secretSealed === null ? null : opened(secretSealed, portalId), updatedAt };
    },

    /** False when there was none. */
    async remove(portalId: string): Promise<boolean> {
      const gone = await db.delete(orderSource).where(eq(orderSource.portalId, portalId)).returning();
      await announce(db, "botdeck_portals", null);
      return gone.length > 0;
    },
  };
}
