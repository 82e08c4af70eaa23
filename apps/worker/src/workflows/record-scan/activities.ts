import type { B24Client } from "@botdeck/b24-client";
import type { RecordScanInput, RecordScanOf } from "@botdeck/contracts";
import { AppError, type RecordChange } from "@botdeck/core";
import { findOverdueTasks, findStaleDeals, type KeptByPortal, type RecordFacts, type SaleWords } from "@botdeck/crm";
import { type DatabaseHandle, keepEvents } from "@botdeck/db";
import { isChangeWanted } from "@botdeck/notifications";

import type { KnownRows } from "../../known-rows.ts";
import { createPeopleByDefault } from "../../notifications/people-by-default.ts";
import { peopleConcerned } from "../../notifications/people-concerned.ts";
import type { RulesOf } from "../../notifications/portal-rules.ts";
import { originOfPortal } from "../../portals/origin-of-portal.ts";
import type { DirectoryOf } from "../../services/directories.ts";
import type { CurrentActivity } from "../../temporal/current-activity.ts";

/** Put into the inbox at once. */
const CHUNK = 50;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A deadline that passed longer ago than this, while nobody looked, is nobody's news any more. */
const LOOK_BACK_MS = 7 * DAY_MS;
/** A scan that begins later than this is left to the next one, which is due by then. */
const MOST_LATE_MS = HOUR_MS;

/** What of a record is looked for, by the kind of scan. */
export const SCANNED = {
  overdue: { record: "task", change: "overdue" },
  stale: { record: "deal", change: "stale" },
} as const satisfies Record<RecordScanOf, { record: "task" | "deal"; change: RecordChange["change"] }>;

/** `late`: another one is due already. `unwanted`: no rule asks for it any more. */
export type Scanned = { kind: "done"; found: number } | { kind: "late" } | { kind: "unwanted" };

type Deps = {
  db: DatabaseHandle["db"];
  rules: Pick<RulesOf, "find">;
  known: Pick<KnownRows, "botById" | "portalById">;
  clientOf: (portalId: string) => Promise<B24Client>;
  directoryOf: DirectoryOf;
  saleWords: KeptByPortal<SaleWords>;
  /** Portal user id of whoever set the app up on a portal; null when the portal does not tell. */
  ownerOf: (portalId: string) => Promise<string | null>;
  currentActivity: () => CurrentActivity;
  now?: () => Date;
};

/** What a scan does outside. */
export function createRecordScanActivities({ now = () => new Date(), ...deps }: Deps) {
  const peopleByDefault = createPeopleByDefault(deps);
  return {
    /**
     * Puts each record that was found into the inbox, once for what it was found for: run again, or an hour later, it finds
     * nothing new.
     */
    async scanRecords(input: RecordScanInput): Promise<Scanned> {
      const at = now();
      if (at.getTime() - Date.parse(input.dueAt) > MOST_LATE_MS) return { kind: "late" };
      const rules = await deps.rules.find(input.portalId);
      const { record, change } = SCANNED[input.of];
      if (rules.bot === null || !isChangeWanted(rules.rules, record, change)) return { kind: "unwanted" };

      const activity = deps.currentActivity();
      const directory = await deps.directoryOf(input.portalId);
      const byDefault = await peopleByDefault(input.portalId);
      const { staleDays } = rules.settings;
      let events: { dedupeKey: string; event: RecordChange }[] = [];
      let found = 0;
      const flush = async () => {
        await keepEvents(deps.db, events, { source: "fetch", tells: true });
        found += events.length;
        events = [];
        activity.heartbeat({ found });
      };
      for await (const facts of recordsOf(input, staleDays, at, activity)) {
        const subject = `${record}:${String(facts["id"])}`;
        const changed = { subject, change, record: facts, userId: null };
        const people = await peopleConcerned(directory, { change: changed, before: null, byDefault, ...rules });
        const dedupeKey = `${input.of}:${input.portalId}:${subject}:${occasionOf(input.of, facts, staleDays, at)}`;
        const about = { kind: "record.changed" as const, portalId: input.portalId, botId: input.botId };
        const event = { ...about, ...changed, people, history: null, occurredAt: input.dueAt };
        events.push({ dedupeKey, event });
        if (events.length === CHUNK) await flush();
      }
      if (events.length > 0) await flush();
      return { kind: "done", found };
    },
  };

  async function* recordsOf(
    { portalId, botId, of }: RecordScanInput,
    staleDays: number,
    at: Date,
    { signal }: CurrentActivity,
  ): AsyncGenerator<RecordFacts> {
    const [client, portal, bot] = await Promise.all([
      deps.clientOf(portalId),
      deps.known.portalById(portalId),
      deps.known.botById(botId),
    ]);
    if (portal === null || bot === null) throw new AppError("not_found", "The portal or its bot is not there any more");
    const options = { lane: "digest" as const, signal, origin: originOfPortal(portal) };
    if (of === "stale") {
      const words = await deps.saleWords.of(portalId, client);
      yield* findStaleDeals(client, { idleSince: new Date(at.getTime() - staleDays * DAY_MS), words }, options);
      return;
    }
    // What was late before the bot came is known, or forgotten.
    const since = new Date(Math.max(at.getTime() - LOOK_BACK_MS, bot.createdAt.getTime()));
    yield* findOverdueTasks(client, { since, until: at }, options);
  }
}
export type RecordScanActivities = ReturnType<typeof createRecordScanActivities>;

/** A deadline is missed once; a deal is stale anew each time that it has stood still for as long again. */
function occasionOf(of: RecordScanOf, facts: RecordFacts, staleDays: number, at: Date): string {
  if (of === "overdue") return String(facts["deadlineAt"]);
  const lastActivityAt = String(facts["lastActivityAt"]);
  const idleMs = at.getTime() - Date.parse(lastActivityAt);
  return `${lastActivityAt}:${Math.floor(idleMs / (staleDays * DAY_MS))}`;
}
