import { AppError } from "@botdeck/core";

import type { AlertChat } from "../alerts/alert-chat.ts";
import type { OpenedPage } from "../alerts/chat-page.ts";
import { ACKNOWLEDGE, ACKNOWLEDGED, newOf, RECOVERED, saysOne, timeUntil } from "../alerts/watch-chat.ts";
import { activeSilences, isFiring, type Silence } from "./alertmanager-api.ts";
import type { Blackbox } from "./blackbox.ts";
import { SITES } from "./monitoring-parts.ts";

const ALERT = "SiteDown";
const [FIRST, SECOND] = SITES;

/** A rule waits, Prometheus looks every ten seconds. */
const PROMETHEUS_TIMEOUT_MS = 120_000;
/** Alertmanager gathers a group before it posts, and tells changes of one no more often than its interval. */
const STEP_TIMEOUT_MS = 90_000;
/** Within this a silenced source is looked at again. */
const LOOKS_MS = 25_000;

/** What came of one failure, from its first alert to its end, and of the next one right after it; null for what did not come in time. */
export type PlayedAlert = {
  firingToCardMs: number | null;
  firingToPageMs: number | null;
  ackToSilenceMs: number | null;
  ackToCardMs: number | null;
  recoveryToEditMs: number | null;
  recoveryToToldMs: number | null;
  /** Of the next failure, which begins as soon as the recovery is told. */
  againToCardMs: number | null;
  againToPageMs: number | null;
  againToToldMs: number | null;
  /** Messages in the group chat of the first failure: one, edited in place. */
  cards: number;
  /** It was told to have recovered while another site of it was down. */
  isToldEarly: boolean;
  /** The silence is this group's, and neither wider nor narrower than it. */
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
 * A watched site goes down, somebody acknowledges in the chat page, another site of the same service goes down, the first one
 * comes back and then the other; and at once the first one is down again.
 *
 * @throws AppError `conflict` when Prometheus itself does not fire, or not end: that would measure nothing of ours.
 */
export async function playAlert(parts: Parts): Promise<PlayedAlert> {
  const { chat, page, blackbox, prometheusUrl, alertmanagerUrl, signal } = parts;
  const played = nothingCame();
  const [cards, pages] = [await newOf(chat.cards), await newOf(chat.pages)];
  const took = (since: number, check: () => Promise<boolean>, timeoutMs = STEP_TIMEOUT_MS) =>
    timeUntil(since, check, { timeoutMs, signal });
  const fires = (site: string) => changed(() => isFiring(prometheusUrl, ALERT, site), "fire", signal);
  const ends = (site: string) => changed(async () => !(await isFiring(prometheusUrl, ALERT, site)), "end", signal);

  blackbox.setUp(false, FIRST);
  const firingAt = await fires(FIRST);
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
  const tellings = await newOf(pages);
  blackbox.setUp(false, SECOND);
  await fires(SECOND);
  blackbox.setUp(true, FIRST);
  const halfAt = await ends(FIRST);
  const isTold = async () => saysOne(await cards(), RECOVERED) || saysOne(await tellings(), RECOVERED);
  played.isToldEarly = (await took(halfAt, isTold, LOOKS_MS)) !== null;
  blackbox.setUp(true, SECOND);
  const recoveredAt = await ends(SECOND);
  played.recoveryToEditMs = await took(recoveredAt, async () => saysOne(await cards(), RECOVERED));

  const [cardsAgain, pagesAgain] = [await newOf(cards), await newOf(pages)];
  played.cards = (await cards()).length;
  blackbox.setUp(false, FIRST);
  played.recoveryToToldMs = await took(recoveredAt, async () => saysOne(await tellings(), RECOVERED));
  const isOpenAgain = async () => (await activeSilences(alertmanagerUrl)).filter(isOfAlert).length === 0;
  await took(recoveredAt, isOpenAgain);
  played.silencesLeft = (await activeSilences(alertmanagerUrl)).filter(isOfAlert).length;

  const againAt = await fires(FIRST);
  [played.againToCardMs, played.againToPageMs] = await Promise.all([
    took(againAt, async () => (await cardsAgain()).some(({ text }) => !RECOVERED.test(text))),
    took(againAt, async () => (await pagesAgain()).some(({ text }) => !RECOVERED.test(text))),
  ]);
  const tellingsAgain = await newOf(pages);
  blackbox.setUp(true, FIRST);
  const endedAt = await ends(FIRST);
  played.againToToldMs = await took(endedAt, async () => saysOne(await tellingsAgain(), RECOVERED));
  return played;
}

const nothingCame = (): PlayedAlert => ({
  firingToCardMs: null,
  firingToPageMs: null,
  ackToSilenceMs: null,
  ackToCardMs: null,
  recoveryToEditMs: null,
  recoveryToToldMs: null,
  againToCardMs: null,
  againToPageMs: null,
  againToToldMs: null,
  cards: 0,
  isToldEarly: false,
  isSilenceOfGroup: false,
  silencesLeft: null,
});

const isOfAlert = ({ matchers }: Silence): boolean =>
  matchers.some(({ name, value }) => name === "alertname" && value === ALERT);
/** Of all that makes the group, and of nothing else. */
const isOfGroup = ({ matchers }: Silence): boolean =>
  matchers.every(({ isRegex, isEqual }) => !isRegex && isEqual) &&
  matchers
    .map(({ name, value }) => `${name}=${value}`)
    .toSorted()
    .join() === `alertname=${ALERT},service=shop`;

/** @returns When Prometheus was first seen to say so. */
async function changed(check: () => Promise<boolean>, what: "fire" | "end", signal: AbortSignal): Promise<number> {
  const startedAt = performance.now();
  if ((await timeUntil(startedAt, check, { timeoutMs: PROMETHEUS_TIMEOUT_MS, signal })) !== null)
    return performance.now();
  throw new AppError("conflict", `The alert ${ALERT} did not ${what} in Prometheus within ${PROMETHEUS_TIMEOUT_MS} ms`);
}
