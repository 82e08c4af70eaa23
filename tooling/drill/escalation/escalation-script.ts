import { AppError } from "@botdeck/core";
import { waitUntil } from "@botdeck/local-stack";

import type { DrillSite, FlowScript, PlayedFlow } from "../flow-crash/flow-script.ts";
import type { OfficePortal } from "../flow-crash/office-portal.ts";
import { makeHook, pagesOf } from "./escalation-books.ts";

const LEVELS = 3;
/** The shortest that a policy may have a level wait. */
const WAIT_SECONDS = 30;
const GREETED_TIMEOUT_MS = 60_000;
const SHOWN_TIMEOUT_MS = 120_000;
const POST_TIMEOUT_MS = 60_000;
const ACKNOWLEDGE = /^(Acknowledge|Принять в работу)$/;
const ACKNOWLEDGED = /Acknowledged by|В работе/;

/**
 * An alert that nobody answers until it came to the third level, while processes die at each step: level after level is paged, none
 * earlier than the policy says, and nobody twice for the same step. Then somebody has it, it recovers, and all who were paged hear of it.
 */
export const escalationScript: FlowScript = { name: "escalation", botName: "Notifications", steps: 5, begin };

async function begin(portal: OfficePortal, run: number, site: DrillSite): Promise<PlayedFlow> {
  const people = (await portal.employees()).slice(0, LEVELS).map(({ id }) => id);
  const [first, , last] = people;
  if (first === undefined || last === undefined) throw new AppError("not_found", "The portal has too few people");
  // The greeting of a new dialog belongs to no alert.
  for (const id of people) {
    await waitUntil(async () => (await portal.said(id)).length > 0, { timeoutMs: GREETED_TIMEOUT_MS });
  }
  const title = `Drill${run + 1}`;
  const hook = await makeHook(site.databaseUrl, { people, waitSeconds: WAIT_SECONDS, name: title });
  // Edited later, it still has its title in bold; that it recovered is told without.
  const page = new RegExp(`\\[B\\][^\\n]*${title}\\b`, "i");
  const recovered = new RegExp(`^🟢 (Recovered after|Восстановлено через) .*${title}\\b`);
  const level = (index: number) => people.slice(index, index + 1).map((who) => ({ who, text: page }));

  return {
    people,
    steps: [
      { act: () => post(site, hook, title, "firing"), owes: level(0) },
      { act: async () => {}, owes: level(1) },
      { act: async () => {}, owes: level(2) },
      { act: () => portal.press(last, ACKNOWLEDGE), owes: [] },
      {
        async act() {
          const isShown = async () =>
            (await portal.said(first)).some((text) => page.test(text) && ACKNOWLEDGED.test(text));
          if (!(await waitUntil(isShown, { timeoutMs: SHOWN_TIMEOUT_MS, everyMs: 100 }))) {
            throw new AppError("conflict", "The first card does not show that somebody has acknowledged");
          }
          await post(site, hook, title, "resolved");
        },
        owes: people.map((who) => ({ who, text: recovered })),
      },
    ],
    /** By the system's own books: each level once, in order, and none before its time. */
    async settle() {
      const pages = await pagesOf(site.databaseUrl, hook.id);
      const expected = people.map((personId, index) => `${personId}@${index + 1}`);
      const booked = pages.map(({ personId, level: at }) => `${personId}@${at}`);
      const early = pages.filter(
        ({ at }, index) => index > 0 && at - (pages[index - 1]?.at ?? at) < WAIT_SECONDS * 1_000,
      );
      return {
        lost: expected.filter((each) => !booked.includes(each)).length,
        duplicated: booked.length - new Set(booked).size,
        reordered: early.length + (booked.join() === expected.join() ? 0 : 1),
      };
    },
  };
}

/** As Alertmanager posts it: again until it is taken. */
async function post(
  { gatewayUrl }: DrillSite,
  { id, secret }: { id: string; secret: string },
  title: string,
  status: "firing" | "resolved",
): Promise<void> {
  const labels = { alertname: title, severity: "critical" };
  const startsAt = "2026-01-01T00:00:00Z";
  const alert = { status, labels, annotations: { summary: "It is a drill" }, startsAt, fingerprint: title };
  const body = { version: "4", groupKey: title, status, groupLabels: labels, commonLabels: labels, alerts: [alert] };
  const isTaken = async () => {
    const answer = await fetch(new URL(`/hooks/${id}`, gatewayUrl), {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${secret}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(5_000),
    }).catch(() => null);
    if (answer !== null && answer.status >= 400 && answer.status < 500) {
      throw new AppError("invalid", `The gateway refused the post (${answer.status})`);
    }
    return answer?.ok === true;
  };
  if (await waitUntil(isTaken, { timeoutMs: POST_TIMEOUT_MS, everyMs: 200 })) return;
  throw new AppError("unreachable", "The gateway took no post");
}
