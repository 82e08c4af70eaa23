import { setTimeout as wait } from "node:timers/promises";

import type { Expectation } from "./day-line.ts";
import type { DayPortal } from "./day-portal.ts";
import type { Visit } from "./play-conversation.ts";
import { score, type Score } from "./score.ts";

/** What the bot wrote last into the CRM may still be on its way when the client has gone. */
const SETTLES_WITHIN_MS = 2_000;
const LOOK_EVERY_MS = 250;

/** Holds what is left of a visit on the portal against what was expected of it. */
export async function judge(expected: Expectation, visit: Visit, portal: DayPortal): Promise<Score> {
  const until = performance.now() + SETTLES_WITHIN_MS;
  for (;;) {
    const verdict = score(expected, { ...visit, ...(await traces(expected, visit, portal)) });
    const mayChange = !visit.handedOver && (expected.crm !== undefined || expected.task === true);
    if (verdict.result !== "wrong" || !mayChange || performance.now() > until) return verdict;
    await wait(LOOK_EVERY_MS);
  }
}

/** The CRM's records of the client, and whether a task for a manager belongs to the dialog. */
async function traces({ crm, task }: Expectation, { seat, handedOver }: Visit, portal: DayPortal) {
  if (handedOver || (crm === undefined && task === undefined)) return { crm: [], hasTask: false };
  const records = await portal.crmOf(seat);
  const leadLinks = records.filter(({ kind }) => kind === "lead").map(({ id }) => `L_${id}`);
  const names = new RegExp(`\\b${seat.dialogId}\\b`);
  const tasks = task === undefined ? [] : await portal.tasks();
  const hasTask = tasks.some(
    ({ title, description, crmLinks }) =>
      names.test(`${title}\n${description}`) || crmLinks.some((link) => leadLinks.includes(link)),
  );
  return { crm: records, hasTask };
}
