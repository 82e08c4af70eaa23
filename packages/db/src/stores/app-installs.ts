import { AppError } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { and, eq, inArray, lt, notInArray, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { appInstall } from "../schema/app-install.ts";
import type { SecretBox } from "../secret-box.ts";

const place = (id: string) => `app_install:${id}:grant`;

export type SealedInstall = { id: string; memberId: string; grantSealed: string };
export type AppInstalls = ReturnType<typeof createAppInstalls>;

/** How long a worker has an installation for itself. */
const LEASE_SECONDS = 60;
/** What came of an installation is of interest for so long, in days. */
const KEPT_DAYS = 30;
/** Anybody may post one, and each costs the workers a question to the OAuth server. */
const MOST_WAITING = 1_000;
const RETRY_AFTER_MS = 60_000;

/** Installations that portals announced, until they are checked. */
export function createAppInstalls(db: Database, box: SecretBox) {
  return {
    /** What was posted, in the form in which it may lie on a disk: the grant's tokens are sealed. */
    seal(memberId: string, grant: unknown): SealedInstall {
      const id = newId();
      return { id, memberId, grantSealed: box.seal(JSON.stringify(grant), place(id)) };
    },

    /** Keeps what was sealed, once. @throws AppError `rate_limited` when too many wait already. */
    async insert(install: SealedInstall): Promise<void> {
      await db.delete(appInstall).where(lt(appInstall.settledAt, sql`now() - ${KEPT_DAYS} * interval '1 day'`));
      const waiting = db
        .select({ id: appInstall.id })
        .from(appInstall)
        .where(eq(appInstall.state, "waiting"))
        .limit(MOST_WAITING);
      if ((await waiting).length === MOST_WAITING) {
        throw new AppError("rate_limited", "Too many installations wait to be checked", {
          retryAfterMs: RETRY_AFTER_MS,
        });
      }
      await db.insert(appInstall).values(install).onConflictDoNothing();
    },

    async keep(memberId: string, grant: unknown): Promise<void> {
      await this.insert(this.seal(memberId, grant));
    },

    /**
     * Takes the oldest installation that waits to be checked, or null. It is the caller's alone for a minute: its refresh
     * token works once, so a second worker would be refused with it. Its grant is opened by the caller, who can refuse
     * one that was sealed with a key we do not have any more.
     *
     * @param busy Member ids of portals whose turn it is not.
     */
    async nextWaiting(
      busy: readonly string[] = [],
    ): Promise<{ id: string; memberId: string; openGrant: () => unknown } | null> {
      const next = db
        .select({ id: appInstall.id })
        .from(appInstall)
        .where(
          and(
            eq(appInstall.state, "waiting"),
            sql`${appInstall.runAt} <= now()`,
            notInArray(appInstall.memberId, [...busy]),
          ),
        )
        .orderBy(appInstall.runAt)
        .limit(1)
        .for("update", { skipLocked: true });
      const [row] = await db
        .update(appInstall)
        .set({ runAt: sql`now() + ${LEASE_SECONDS} * interval '1 second'` })
        .where(inArray(appInstall.id, next))
        .returning();
      if (!row) return null;
      const { id, memberId, grantSealed } = row;
      return { id, memberId, openGrant: () => JSON.parse(box.open(grantSealed ?? "", place(id))) };
    },

    /** Replaces what is known of a waiting installation: its refresh token was spent and gave a new one. */
    async renew(id: string, grant: unknown): Promise<void> {
      const grantSealed = box.seal(JSON.stringify(grant), place(id));
      await db
        .update(appInstall)
        .set({ grantSealed })
        .where(and(eq(appInstall.id, id), eq(appInstall.state, "waiting")));
    },

    /** Ends the check; the tokens leave this table. */
    async settle(id: string, state: "applied" | "refused", reason: string | null): Promise<void> {
      await db
        .update(appInstall)
        .set({ state, reason, grantSealed: null, settledAt: sql`now()` })
        .where(eq(appInstall.id, id));
    },

    /** Looks again later, because the OAuth server did not answer. */
    async postpone(id: string, reason: string, ms: number): Promise<void> {
      await db
        .update(appInstall)
        .set({ reason, runAt: sql`now() + ${ms} * interval '1 millisecond'` })
        .where(eq(appInstall.id, id));
    },
  };
}
