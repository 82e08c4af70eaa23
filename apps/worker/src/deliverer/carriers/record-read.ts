import { AppError, type Effect, type RecordChange } from "@botdeck/core";
import { readRecord } from "@botdeck/crm";
import { keepEvents, type OutboxEffect, readRecordFacts } from "@botdeck/db";
import { recordOfSubject } from "@botdeck/notifications";

import { peopleConcerned } from "../../notifications/people-concerned.ts";
import { originOfPortal } from "../../portals/origin-of-portal.ts";
import type { Carrier } from "../carrier.ts";
import { inTime, type PortalDeps, reach } from "./portal-deps.ts";

type Reading = Effect & { kind: "record.read" };
type Facts = Readonly<Record<string, unknown>>;
/** As it is, as it was by its own history, and as it was seen last. */
type Read = { record: Facts | null; history: Facts | null; seen: Facts | null };

/** Reads a record that changed, with the people whom it concerns, and puts it into the inbox for the portal's rules. */
export function recordRead(deps: PortalDeps): Carrier<"record.read"> {
  return {
    async carry(effect, row, signal) {
      const read =
        effect.posted === undefined ? await readNow(effect, row, signal) : { ...NO_PAST, record: effect.posted.record };
      // Gone, or not ours to see: there is nothing to tell of it.
      if (read.record === null && effect.change !== "deleted") return null;
      const rules = await deps.rules.find(row.portalId);
      const directory = await deps.directoryOf(row.portalId);
      const byDefault = await deps.peopleByDefault(row.portalId);
      const { record, history, seen } = read;
      const { subject, change, userId, posted, occurredAt } = effect;
      const changed = {
        subject,
        change,
        record,
        userId,
        ...(posted !== undefined && { posted: { source: posted.source, hookId: posted.hookId } }),
      };
      const people = await peopleConcerned(directory, {
        change: changed,
        before: seen ?? history,
        byDefault,
        ...rules,
      });
      const about = { kind: "record.changed", portalId: row.portalId, botId: row.botId } as const;
      // What was seen last stands with the event: rules are tried on it later, when more has been seen.
      const event: RecordChange = { ...about, ...changed, history: history ?? seen, people, occurredAt };
      await keepEvents(deps.db, [{ dedupeKey: `read:${row.key}`, event }], { source: "fetch", tells: true });
      return null;
    },

    look: async () => ({ kind: "repeatable" }),
  };

  async function readNow(effect: Reading, row: OutboxEffect, signal: AbortSignal): Promise<Read> {
    const of = { portalId: row.portalId, subject: effect.subject };
    if (effect.change === "deleted") {
      return { record: null, history: null, seen: await readRecordFacts(deps.db, of) };
    }
    const record = recordOfSubject(effect.subject);
    if (record === null) throw new AppError("invalid", "This is no record that can be read", { context: effect });
    const [client, seen] = await Promise.all([reach(row, deps), readRecordFacts(deps.db, of)]);
    const asked = {
      record,
      portalId: row.portalId,
      at: new Date(effect.occurredAt),
      isKnown: seen !== null || effect.change === "added",
      commentId: effect.commentId,
      messageId: effect.messageId,
      origin: await originOf(row.portalId),
    };
    const read = await readRecord(client, asked, { ...inTime("record.read", signal), words: deps.saleWords });
    return { record: read?.facts ?? null, history: read?.before ?? null, seen };
  }

  async function originOf(portalId: string): Promise<string> {
    const portal = await deps.known.portalById(portalId);
    if (portal === null)
      throw new AppError("not_found", "The portal is not connected any more", { context: { portalId } });
    return originOfPortal(portal);
  }
}

const NO_PAST = { history: null, seen: null } as const;
