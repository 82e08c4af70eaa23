import { sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { nluUsage } from "../schema/nlu-provider.ts";

/** What a portal's provider may be asked on one day. */
export type NluBudget = { requests: number; tokens: number };

const TODAY = sql`(now() at time zone 'utc')::date`;

export type NluUsage = ReturnType<typeof createNluUsage>;

/** Counts what providers of understanding are asked: by portal and day, for all processes together. */
export function createNluUsage(db: Database) {
  const isToday = sql`${nluUsage.day} = ${TODAY}`;

  return {
    /** Takes one request with so many tokens off today's budget. False, and nothing taken, when there is not so much left. */
    async take(portalId: string, tokens: number, budget: NluBudget): Promise<boolean> {
      if (budget.requests < 1 || tokens > budget.tokens) return false;
      const taken = await db
        .insert(nluUsage)
        .values({ portalId, day: TODAY, requests: 1, tokens })
        .onConflictDoUpdate({
          target: nluUsage.portalId,
          set: {
            day: TODAY,
            requests: sql`case when ${isToday} then ${nluUsage.requests} else 0 end + 1`,
            tokens: sql`case when ${isToday} then ${nluUsage.tokens} else 0 end + ${tokens}`,
          },
          setWhere: sql`not ${isToday} or (${nluUsage.requests} < ${budget.requests} and ${nluUsage.tokens} + ${tokens} <= ${budget.tokens})`,
        })
        .returning({ portalId: nluUsage.portalId });
      return taken.length > 0;
    },

    /** A request of today used so many tokens more than were taken for it; less when negative. */
    async correct(portalId: string, tokens: number): Promise<void> {
      await db
        .update(nluUsage)
        .set({ tokens: sql`greatest(0, ${nluUsage.tokens} + ${tokens})` })
        .where(sql`${nluUsage.portalId} = ${portalId} and ${isToday}`);
    },
  };
}
