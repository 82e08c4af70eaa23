import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";

import type { Day } from "./day-file.ts";
import type { Conversation } from "./day-line.ts";
import type { DayPortal } from "./day-portal.ts";
import { judge } from "./judge.ts";
import { playConversation, type Utterance, type Visit } from "./play-conversation.ts";
import type { Score } from "./score.ts";
import { percentile, summarizeDay, type DaySummary } from "./summarize-day.ts";

/** Requests that the last conversations still cause belong to the day. */
const LAST_REQUESTS_MS = 1_000;

export type PlayedConversation = Score & {
  conversation: Conversation;
  visit: Visit;
  p95Ms: number | null;
  /** Requests that name the dialog; a part of a request that names several. */
  restCalls: number;
};

type DayInput = {
  day: Day;
  portal: DayPortal;
  /** The content of a photo in base64. */
  readPhoto(name: string): string;
  /** How many clients talk at the same time. */
  concurrency: number;
  /** Time between two clients who come. */
  paceMs: number;
  onPlayed(played: PlayedConversation): void;
  onUtterance?(id: string, utterance: Utterance): void;
};

/** Plays all conversations of a day. The orders and products have to be there. */
export async function playDay({ day, portal, readPhoto, concurrency, paceMs, onPlayed, onUtterance }: DayInput) {
  const before = await portal.traffic();
  const played: PlayedConversation[] = [];
  const coming = mixed(day.conversations).values();

  const playOne = async (conversation: Conversation): Promise<PlayedConversation> => {
    const { id, expect } = conversation;
    const visit = await playConversation(conversation, {
      portal,
      readPhoto,
      onUtterance: (utterance) => onUtterance?.(id, utterance),
    });
    const verdict = await judge(expect, visit, portal);
    const { byDialog } = await portal.traffic();
    const p95Ms = percentile(visit.responsesMs, 0.95);
    return {
      ...verdict,
      conversation,
      visit,
      p95Ms: p95Ms === null ? null : Math.round(p95Ms),
      restCalls: byDialog[visit.seat.dialogId] ?? 0,
    };
  };
  let nextAt = performance.now();
  const playOnePlace = async () => {
    for (const conversation of coming) {
      const comesAt = Math.max(nextAt, performance.now());
      nextAt = comesAt + paceMs;
      await wait(comesAt - performance.now());
      const one = await playOne(conversation);
      played.push(one);
      onPlayed(one);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, day.conversations.length) }, playOnePlace));
  await wait(LAST_REQUESTS_MS);
  const after = await portal.traffic();
  return { played, summary: summaryOf(played, after.requests - before.requests) };
}

/** Files are sorted by subject, days are not: the same mixture for the same conversations. */
function mixed(conversations: readonly Conversation[]): Conversation[] {
  const keyOf = ({ id }: Conversation) => createHash("sha256").update(id).digest("hex");
  return conversations.toSorted((one, other) => keyOf(one).localeCompare(keyOf(other)));
}

function summaryOf(played: readonly PlayedConversation[], restCalls: number): DaySummary {
  const summary = summarizeDay(
    played.map(({ conversation, visit, result }) => ({
      expected: conversation.expect.outcome,
      handedOver: visit.handedOver,
      result,
      responsesMs: visit.responsesMs,
    })),
    restCalls,
  );
  const inWhole = (value: number | null) => (value === null ? null : Math.round(value));
  return { ...summary, responseP50Ms: inWhole(summary.responseP50Ms), responseP95Ms: inWhole(summary.responseP95Ms) };
}
