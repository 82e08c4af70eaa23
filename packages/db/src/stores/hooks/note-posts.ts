import { newId } from "@botdeck/core/ids";
import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { givenRows } from "../../given-rows.ts";
import { type HookSample, hookSample } from "../../schema/hook.ts";

/** What came to one hook since it was noted last. */
export type HookCounts = { hookId: string; accepted: number; refused: number; lastAcceptedAt: Date | null };

export type NewHookSample = Pick<HookSample, "hookId" | "status" | "reason" | "refusal" | "body" | "at">;

const COUNTS = {
  hook_id: ["uuid", ({ hookId }: HookCounts) => hookId],
  accepted: ["int", ({ accepted }: HookCounts) => accepted],
  refused: ["int", ({ refused }: HookCounts) => refused],
  last_accepted_at: ["timestamptz", ({ lastAcceptedAt }: HookCounts) => lastAcceptedAt?.toISOString() ?? null],
} as const;

/** Adds to what was counted. Hooks that are gone are passed over. */
export async function addHookCounts(db: Database, counts: readonly HookCounts[]): Promise<void> {
  if (counts.length === 0) return;
  await db.execute(sql`
    update hook set accepted = hook.accepted + given.accepted, refused = hook.refused + given.refused,
           last_accepted_at = greatest(hook.last_accepted_at, given.last_accepted_at)
    from ${givenRows(
      // Always in the same order: two gateways that note at once must not wait for each other.
      counts.toSorted((one, other) => (one.hookId < other.hookId ? -1 : 1)),
      COUNTS,
    )}
    where hook.id = given.hook_id`);
}

/**
 * Keeps what a hook's posts look like: of each outcome (accepted, refused) the newest `most`; older ones go.
 *
 * @param samples Masked and cut by whoever took them.
 */
export async function keepHookSamples(
  db: Database,
  samples: readonly NewHookSample[],
  { most }: { most: number },
): Promise<void> {
  if (samples.length === 0) return;
  const hookIds = [...new Set(samples.map(({ hookId }) => hookId))];
  const here = await db.execute<{ id: string }>(sql`select id from hook where id in ${hookIds}`);
  const known = new Set(here.map(({ id }) => id));
  const rows = samples.filter(({ hookId }) => known.has(hookId));
  if (rows.length === 0) return;
  await db.insert(hookSample).values(rows.map((sample) => ({ id: newId(), ...sample })));
  await db.execute(sql`
    delete from hook_sample where id in (
      select id from hook_sample where id in (
        select id from (
          select id, row_number() over (partition by hook_id, status < 400 order by at desc, id desc) as place
          from hook_sample where hook_id in ${[...known]}
        ) as placed where place > ${most}::int
      ) for update skip locked
    )`);
}
