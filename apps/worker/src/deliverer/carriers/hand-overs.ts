import {
  type B24Client,
  type CallOptions,
  finishSession,
  finishSessionAs,
  handOver,
  sessionAge,
  transferAs,
  transferDialog,
} from "@botdeck/b24-client";
import { databaseNow, type OutboxEffect } from "@botdeck/db";

import type { Carrier } from "../carrier.ts";
import { inTime, type PortalDeps, reach, speaker } from "./portal-deps.ts";
import { reachAs } from "./reach-as.ts";

export function chatHandOver(deps: PortalDeps): Carrier<"chat.hand_over"> {
  return {
    async carry(effect, row, signal) {
      const [client, { credentials }] = await Promise.all([reach(row, deps), speaker(row, deps)]);
      await handOver(client, { ...credentials, chatId: effect.chatId }, inTime("chat.hand_over", signal));
      return null;
    },
    // A dialog that a person has already stays theirs.
    look: async () => ({ kind: "repeatable" }),
  };
}

export function chatTransfer(deps: PortalDeps): Carrier<"chat.transfer"> {
  return {
    async carry({ chatId, to, byId = null }, row, signal) {
      if (byId !== null) {
        await transferAs(await reachAs(row, byId, deps), { chatId, to }, inTime("chat.transfer", signal));
        return null;
      }
      const [client, { credentials }] = await Promise.all([reach(row, deps), speaker(row, deps)]);
      const transfer = { ...credentials, chatId, to, mayBeDone: row.attempt > 1 };
      await transferDialog(client, transfer, inTime("chat.transfer", signal));
      return null;
    },
    // The bot has left with the first one, and cannot transfer what it has not.
    look: async () => ({ kind: "repeatable" }),
  };
}

/** An end that leaves within this time of its decision is that of the session which was seen, in milliseconds. */
const FRESH_MS = 30_000;
/** The portal tells in whole seconds when a session began. */
const WHOLE_SECOND_MS = 1_000;

/** Ends the session that was there when it was decided. One that the client began since is left alone: the other is over, however. */
export function chatFinish(deps: PortalDeps): Carrier<"chat.finish"> {
  const { db } = deps;
  return {
    async carry({ chatId, byId }, row, signal) {
      const options = inTime("chat.finish", signal);
      const client = await reachAs(row, byId, deps);
      if (!isPrompt(row) && (await isAnotherSession(client, chatId, row, { db, options })) === true) return null;
      if (byId !== null) {
        await finishSessionAs(client, chatId, options);
        return null;
      }
      const { credentials } = await speaker(row, deps);
      await finishSession(client, { ...credentials, chatId, mayBeDone: row.attempt > 1 }, options);
      return null;
    },

    /** What is closed stays so, and closing it again does no harm; of a session that the client began since that is not true. */
    async look({ chatId, byId }, row, signal) {
      const client = await reachAs(row, byId, deps);
      const isAnother = await isAnotherSession(client, chatId, row, { db, options: inTime("chat.finish", signal) });
      if (isAnother === null) return { kind: "unreadable" };
      return isAnother ? { kind: "found", externalId: null } : { kind: "repeatable" };
    },
  };
}

/** True for a first try soon after the decision, both by the database's clock. */
const isPrompt = ({ attempt, startedAt, createdAt }: OutboxEffect): boolean =>
  attempt === 1 && startedAt !== null && startedAt.getTime() - createdAt.getTime() <= FRESH_MS;

/**
 * Whether the chat's session began after the effect was decided; null when the portal does not let us know. Two ages are compared, each
 * by the clock of one side alone: the database's and the portal's.
 */
async function isAnotherSession(
  client: B24Client,
  chatId: string,
  row: OutboxEffect,
  { db, options }: Pick<PortalDeps, "db"> & { options: CallOptions },
): Promise<boolean | null> {
  const decidedAgoMs = (await databaseNow(db)).getTime() - row.createdAt.getTime();
  const ageMs = await sessionAge(client, chatId, options);
  return ageMs === null ? null : ageMs <= decidedAgoMs + WHOLE_SECOND_MS;
}
