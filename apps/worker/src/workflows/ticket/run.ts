import type { TicketClock, TicketInput, TicketRun } from "@botdeck/contracts";

import type { Addressee } from "../flow/flow.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const DURATIONS = {
  respondMs: 4 * HOUR_MS,
  resolveMs: 16 * HOUR_MS,
  escalateMs: 4 * HOUR_MS,
  closeMs: 24 * HOUR_MS,
  reopenMs: 14 * 24 * HOUR_MS,
  lookMs: 2 * MINUTE_MS,
  assignMs: 30 * MINUTE_MS,
};
const MOST_STEPS = 300;
const MOST_SEEN = 200;

/** How long everything takes, and how many things are heeded in one run. */
export type TicketPolicy = typeof DURATIONS & { mostSteps: number };

/** A ticket in the hands of its workflow. `run` is all that changes, and all that goes on in the next run. */
export type TicketInHand = {
  to: Addressee;
  input: TicketInput;
  policy: TicketPolicy;
  run: TicketRun;
};

export function ticketInHand(input: TicketInput): TicketInHand {
  const { origin, language, carried } = input;
  const given = Object.entries(DURATIONS).map(([name, ms]) => [name, input[name as keyof typeof DURATIONS] ?? ms]);
  const durations = Object.fromEntries(given) as typeof DURATIONS; // safe: made of its own names
  const policy = { ...durations, mostSteps: input.mostSteps ?? MOST_STEPS };
  return { to: { origin, language }, input, policy, run: carried ?? newRun(input, policy) };
}

function newRun({ projectId, members }: TicketInput, { respondMs, resolveMs }: TicketPolicy): TicketRun {
  return {
    step: "open",
    keys: 0,
    seen: [],
    news: [],
    projectId,
    members,
    hasEvents: true,
    assigneeId: null,
    cardKey: null,
    taskId: null,
    isTaskOver: false,
    taskStatus: null,
    taskResponsibleId: null,
    lastTaskMessageId: "0",
    owed: [],
    respond: newClock(respondMs),
    resolve: newClock(resolveMs),
    due: {},
    isRatingAsked: false,
  };
}

/** A clock that has not run yet. @param limitMs Working time that is promised. */
export const newClock = (limitMs: number): TicketClock => ({
  limitMs,
  spentMs: 0,
  since: null,
  isWarned: false,
  level: 0,
  warnAt: null,
  dueAt: null,
});

/** A key for the next activity, different in every run of the workflow. */
export const nextKey = ({ run }: TicketInHand): string => String(run.keys++);

/** @returns False for news that came before: signals come at least once. */
export function isNews({ seen }: TicketRun, id: string): boolean {
  if (seen.includes(id)) return false;
  seen.push(id);
  seen.splice(0, seen.length - MOST_SEEN);
  return true;
}

/** What comes next by itself: a promise that nears its end or was broken, or something that is due. */
export type Due = { at: number; what: "warn" | "breach"; clock: "respond" | "resolve" } | { at: number; what: DueName };
export type DueName = "close" | "forget" | "look" | "assign" | "absence";

/** The earliest; null when nothing is. */
export function nextDue({ respond, resolve, due }: TicketRun): Due | null {
  const clocks = [
    { clock: "respond" as const, of: respond },
    { clock: "resolve" as const, of: resolve },
  ].flatMap(({ clock, of }): Due[] => [
    ...(of?.warnAt == null ? [] : [{ at: Date.parse(of.warnAt), what: "warn" as const, clock }]),
    ...(of?.dueAt == null ? [] : [{ at: Date.parse(of.dueAt), what: "breach" as const, clock }]),
  ]);
  const others = Object.entries(due).map(([what, at]): Due => ({ at: Date.parse(at), what: what as DueName }));
  return [...clocks, ...others].toSorted((one, other) => one.at - other.at)[0] ?? null;
}
