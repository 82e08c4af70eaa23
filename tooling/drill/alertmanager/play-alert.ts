import { AppError } from "@botdeck/core";
import { waitUntil } from "@botdeck/local-stack";

import type { AlertChat, ShownMessage } from "./alert-chat.ts";
import { activeSilences, isFiring, type Silence } from "./alertmanager-api.ts";
import type { Blackbox } from "./blackbox.ts";
import type { OpenedPage } from "./chat-page.ts";

const ALERT = "SiteDown";
const ACKNOWLEDGE = /^(Acknowledge|Принять в работу)$/;
const ACKNOWLEDGED = /Acknowledged by|В работе/;
const RECOVERED = /recovered|восстанов/i;

/** A rule waits, Prometheus looks every ten seconds. */
const PROMETHEUS_TIMEOUT_MS = 120_000;
/** Alertmanager gathers a group before it posts, and tells changes of one no more often than its interval. */
const STEP_TIMEOUT_MS = 90_000;
const LOOK_EVERY_MS = 50;

/** What came of one failure, from its first alert to its end; null for what did not come in time. */
export type PlayedAlert = {
  firingToCardMs: number | null;
  firingToPageMs: number | null;
  ackToSilenceMs: number | null;
  ackToCardMs: number | null;
  recoveryToEditMs: number | null;
  recoveryToToldMs: number | null;
  /** Messages in the group chat: one, edited in place. */
  cards: number;
  /** The silence is this group's, and no wider than it. */
  isSilenceOfGroup: boolean;
  /** Silences that would still hold at the next failure. */
  silencesLeft: number | null;
};

type Parts = {
  chat: AlertChat;
  page: OpenedPage;
  blackbox: Blackbox;
  prometheusUrl: string;
  alertmanagerUrl: string;
  signal: AbortSignal;
};

/**
 * A watched site goes down, somebody acknowledges in the chat page, the site comes back.
 *
 * @throws AppError `conflict` when Prometheus itself does not fire, or not end: that would measure nothing of ours.
 */
export async function playAlert(parts: Parts): Promise<PlayedAlert> {
  const { chat, page, blackbox, prometheusUrl, alertmanagerUrl, signal } = parts;
  const played = nothingCame();
  const known = new Set((await chat.cards()).map(({ id }) => id));
  const knownPages = new Set((await chat.pages()).map(({ id }) => id));
  const cards = async () => (await chat.cards()).filter(({ id }) => !known.has(id));
  const pages = async () => (await chat.pages()).filter(({ id }) => !knownPages.has(id));
  const took = (since: number, check: () => Promise<boolean>, timeoutMs = STEP_TIMEOUT_MS) =>
    timeUntil(since, check, timeoutMs, signal);

  blackbox.setUp(false);
  const firingAt = await changed(() => isFiring(prometheusUrl, ALERT), "fire", signal);
  [played.firingToCardMs, played.firingToPageMs] = await Promise.all([
    took(firingAt, async () => (await cards()).length > 0),
    took(firingAt, async () => (await pages()).length > 0),
  ]);
  if (played.firingToCardMs === null) return { ...played, cards: (await cards()).length };

  const pressedAt = await page.press(ACKNOWLEDGE);
  let silences: Silence[] = [];
  const isSilenced = async () => (silences = (await activeSilences(alertmanagerUrl)).filter(isOfAlert)).length > 0;
  [played.ackToSilenceMs, played.ackToCardMs] = await Promise.all([
    took(pressedAt, isSilenced),
    took(pressedAt, async () => saysOne(await cards(), ACKNOWLEDGED)),
  ]);
  played.isSilenceOfGroup = silences.length === 1 && silences.every(isOfGroup);

  // The page itself is edited as the card is; being told is a message of its own.
  const paged = new Set((await pages()).map(({ id }) => id));
  const tellings = async () => (await pages()).filter(({ id }) => !paged.has(id));
  blackbox.setUp(true);
  const recoveredAt = await changed(async () => !(await isFiring(prometheusUrl, ALERT)), "end", signal);
  [played.recoveryToEditMs, played.recoveryToToldMs] = await Promise.all([
    took(recoveredAt, async () => saysOne(await cards(), RECOVERED)),
    took(recoveredAt, async () => saysOne(await tellings(), RECOVERED)),
  ]);
  const isOpenAgain = async () => (await activeSilences(alertmanagerUrl)).filter(isOfAlert).length === 0;
  await took(recoveredAt, isOpenAgain);
  played.silencesLeft = (await activeSilences(alertmanagerUrl)).filter(isOfAlert).length;
  played.cards = (await cards()).length;
  return played;
}

const nothingCame = (): PlayedAlert => ({
  firingToCardMs: null,
  firingToPageMs: null,
  ackToSilenceMs: null,
  ackToCardMs: null,
  recoveryToEditMs: null,
  recoveryToToldMs: null,
  cards: 0,
  isSilenceOfGroup: false,
  silencesLeft: null,
});

const isOfAlert = ({ matchers }: Silence): boolean =>
  matchers.some(({ name, value }) => name === "alertname" && value === ALERT);
const isOfGroup = ({ matchers }: Silence): boolean =>
  matchers.some(({ name, value }) => name === "service" && value === "shop");

const saysOne = (messages: readonly ShownMessage[], words: RegExp): boolean =>
  messages.some(({ text }) => words.test(text));

async function timeUntil(
  since: number,
  check: () => Promise<boolean>,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<number | null> {
  const isSo = await waitUntil(check, { timeoutMs, everyMs: LOOK_EVERY_MS, signal });
  signal.throwIfAborted();
  return isSo ? Math.round(performance.now() - since) : null;
}

/** @returns When Prometheus was first seen to say so. */
async function changed(check: () => Promise<boolean>, what: "fire" | "end", signal: AbortSignal): Promise<number> {
  const startedAt = performance.now();
  if ((await timeUntil(startedAt, check, PROMETHEUS_TIMEOUT_MS, signal)) !== null) return performance.now();
  throw new AppError("conflict", `The alert ${ALERT} did not ${what} in Prometheus within ${PROMETHEUS_TIMEOUT_MS} ms`);
}
