import { AppError } from "@botdeck/core";
import { waitUntil } from "@botdeck/local-stack";

import type { FlowScript, PlayedFlow } from "../flow-crash/flow-script.ts";
import type { Owed } from "../flow-crash/ledger.ts";
import type { OfficePortal } from "../flow-crash/office-portal.ts";

/** Of the demo's people: somebody in sales, and who leads them. */
const ASKS = "Igor";
const LEADS = "Emma";
const MONTH = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });
const MONTHS_IN_YEAR = 12;
const GREETED_TIMEOUT_MS = 60_000;
const UNMARKED_TIMEOUT_MS = 120_000;

/**
 * Days off from the request over a question, its answer and a change to the approval and the cancelling, while processes die.
 * Each message once to each; one event in the calendar while they are granted, and none in the end.
 */
export const vacationScript: FlowScript = { name: "vacation", botName: "HR assistant", steps: 9, begin };

async function begin(portal: OfficePortal, run: number): Promise<PlayedFlow> {
  const employees = await portal.employees();
  const idOf = (firstName: string): string => {
    const found = employees.find(({ name }) => name.startsWith(firstName));
    if (found === undefined) throw new AppError("not_found", `The portal has nobody called ${firstName}`);
    return found.id;
  };
  const [asks, leads] = [idOf(ASKS), idOf(LEADS)];
  const [first, second] = [daysOf(run, 10), daysOf(run, 20)];
  const toAsker = (text: RegExp): Owed => ({ who: asks, text });
  const toHead = (text: RegExp): Owed => ({ who: leads, text });
  await greeted(portal, [asks, leads]);
  /** In the calendar, just before they are cancelled. */
  let shown: number | null = null;

  const events = async (): Promise<number> => {
    const range = { from: first.calendar, to: second.calendarEnd };
    const asked = { type: "user", ownerId: asks, ...range };
    return (await portal.act<unknown[]>(asks, "calendar.event.get", asked)).length;
  };

  return {
    people: [asks, leads],
    steps: [
      {
        act: () => portal.write(asks, `/vacation ${first.typed}`),
        owes: [
          toAsker(new RegExp(`^Noted: paid vacation, ${first.words}`)),
          toAsker(new RegExp(`^Your request went to .*${first.words}`)),
          // The card says later what became of it.
          toHead(new RegExp(`^${ASKS} \\S+ (?:asks for paid vacation: ${first.words}|has changed this request)`)),
        ],
      },
      { act: () => portal.press(leads, /^Ask$/), owes: [toHead(/^What do you want to know/)] },
      {
        act: () => portal.write(leads, "Who answers for you?"),
        owes: [toHead(/^I am passing your question on/), toAsker(/asks about .*: Who answers for you\?$/)],
      },
      { act: () => portal.press(asks, /^Answer$/), owes: [toAsker(/^What shall I answer\?/)] },
      {
        act: () => portal.write(asks, "Sofia does"),
        owes: [toAsker(/^I am passing your answer on/), toHead(/ answers: Sofia does/)],
      },
      { act: () => portal.press(asks, /^Change$/), owes: [toAsker(/^Which days\?/)] },
      {
        act: () => portal.write(asks, second.typed),
        owes: [
          toAsker(new RegExp(`^Changed: paid vacation, ${second.words}`)),
          toAsker(new RegExp(`^Your request went to .*${second.words}`)),
          toHead(new RegExp(`^${ASKS}[^\\n]{0,12} (asks for )?paid vacation[:,] ${second.words}`)),
        ],
      },
      {
        act: () => portal.press(leads, /^Approve$/),
        owes: [
          toHead(/^Noted: approved/),
          toAsker(/ approved: paid vacation/),
          toAsker(new RegExp(`^Your calendar shows ${second.words}`)),
        ],
      },
      {
        async act() {
          shown = await events();
          await portal.press(asks, /^Cancel it$/);
        },
        owes: [toAsker(/^I am cancelling it/), toAsker(/^Cancelled: paid vacation/), toHead(/ has cancelled: /)],
      },
    ],
    async settle() {
      // What was being taken out when its worker died is tried again by its workflow when that activity's time is over.
      await waitUntil(async () => (await events()) === 0, { timeoutMs: UNMARKED_TIMEOUT_MS, everyMs: 500 });
      const left = await events();
      return { lost: shown === 0 ? 1 : 0, duplicated: Math.max(0, (shown ?? 1) - 1) + left };
    },
  };
}

/** Two days of a month of their own, so that no run's days are another's. */
function daysOf(run: number, day: number) {
  const year = new Date().getFullYear() + 1 + Math.floor(run / MONTHS_IN_YEAR);
  const month = (run % MONTHS_IN_YEAR) + 1;
  const written = (date: number) => `${String(date).padStart(2, "0")}.${String(month).padStart(2, "0")}.${year}`;
  const iso = (date: number) => `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  const name = MONTH.format(new Date(iso(day)));
  return {
    typed: `${written(day)}–${written(day + 1)}`,
    words: `${name} ${day} – ${name} ${day + 1}, ${year}`,
    calendar: iso(day - 1),
    calendarEnd: iso(day + 2),
  };
}

/** The greeting of a new dialog belongs to no request. */
async function greeted(portal: OfficePortal, people: readonly string[]): Promise<void> {
  for (const id of people) {
    const isGreeted = async () => (await portal.said(id)).length > 0;
    if (await waitUntil(isGreeted, { timeoutMs: GREETED_TIMEOUT_MS, everyMs: 200 })) continue;
    throw new AppError("unreachable", "The bot greets nobody");
  }
}
