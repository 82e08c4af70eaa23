import { eq, sql } from "drizzle-orm";

import { announce } from "../channel.ts";
import type { Database } from "../client.ts";
import { nluProvider } from "../schema/nlu-provider.ts";
import type { SecretBox } from "../secret-box.ts";

/** Who a portal asks what words mean. `config` has no secret in it and is checked by whoever asks the provider. */
export type StoredNluProvider = {
  config: Record<string, unknown>;
  /** What it is asked with, as its kind wants it; null for a provider that wants nothing. */
  secret: string | null;
};

export type NluProviders = ReturnType<typeof createNluProviders>;

/** One provider of understanding a portal, its secret sealed at rest. Whoever knows portals by heart is told of a change. */
export function createNluProviders(db: Database, box: SecretBox) {
  const place = (portalId: string) => `nlu_provider:${portalId}:secret`;

  return {
    async put(portalId: string, { config, secret }: StoredNluProvider): Promise<void> {
      const values = { config, secretSealed: secret === null ? null : box.seal(secret, place(portalId)) };
      await db
        .insert(nluProvider)
        .values({ portalId, ...values })
        .onConflictDoUpdate({ target: nluProvider.portalId, set: { ...values, updatedAt: sql`now()` } });
      await announce(db, "botdeck_portals", null);
    },

    /**
     * Null for a portal that has none.
     *
     * @throws AppError `invariant` when its secret does not open.
     */
    async get(portalId: string): Promise<(StoredNluProvider & { updatedAt: Date }) | null> {
      const [row] = await db.select().from(nluProvider).where(eq(nluProvider.portalId, portalId));
      if (row === undefined) return null;
      const { config, secretSealed, updatedAt } = row;
      return { config, secret: secretSealed === null ? null : box.open(secretSealed, place(portalId)), updatedAt };
    },

    /** False when there was none. */
    async remove(portalId: string): Promise<boolean> {
      const gone = await db.delete(nluProvider).where(eq(nluProvider.portalId, portalId)).returning();
      await announce(db, "botdeck_portals", null);
      return gone.length > 0;
    },
  };
}
