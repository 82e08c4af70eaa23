import { AppError } from "@botdeck/core";
import { addHook, alertEvent, alertGroup, bot, connect, hook, putPolicy } from "@botdeck/db";
import { EscalationPolicy, HookOptions } from "@botdeck/notifications";
import { and, asc, eq, inArray } from "drizzle-orm";

/** A page as the system's own timeline has it. */
export type BookedPage = { personId: string | null; level: number; at: number };

/** An address to which a source may post alerts that go through these people, one level each. */
export async function makeHook(
  databaseUrl: string,
  { people, waitSeconds, name }: { people: readonly string[]; waitSeconds: number; name: string },
): Promise<{ id: string; secret: string }> {
  return await withBooks(databaseUrl, async (db) => {
    const isNotify = and(eq(bot.code, "notify"), eq(bot.state, "active"));
    const [notify] = await db.select({ id: bot.id, portalId: bot.portalId }).from(bot).where(isNotify);
    if (notify === undefined) throw new AppError("not_found", "The portal has no notification bot");
    const levels = people.map((id) => ({ targets: [{ kind: "person", id }], waitSeconds }));
    const policy = EscalationPolicy.parse({ levels, repeats: 0 });
    const { id: policyId } = await putPolicy(db, { portalId: notify.portalId, name, policy });
    const made = await addHook(db, { botId: notify.id, name, kind: "alertmanager" });
    await db
      .update(hook)
      .set({ options: HookOptions.parse({ policyId }) })
      .where(eq(hook.id, made.id));
    return made;
  });
}

/** Who was paged for the alerts of a hook, the earliest first. */
export async function pagesOf(databaseUrl: string, hookId: string): Promise<BookedPage[]> {
  return await withBooks(databaseUrl, async (db) => {
    const groups = db.select({ id: alertGroup.id }).from(alertGroup).where(eq(alertGroup.hookId, hookId));
    const rows = await db
      .select()
      .from(alertEvent)
      .where(and(inArray(alertEvent.groupId, groups), eq(alertEvent.kind, "paged")))
      .orderBy(asc(alertEvent.at));
    return rows.map(({ personId, facts, at }) => ({ personId, level: Number(facts["level"]), at: at.getTime() }));
  });
}

async function withBooks<Result>(
  databaseUrl: string,
  work: (db: ReturnType<typeof connect>["db"]) => Promise<Result>,
): Promise<Result> {
  const { db, close } = connect(databaseUrl, { max: 1, applicationName: "botdeck-drill" });
  try {
    return await work(db);
  } finally {
    await close();
  }
}
