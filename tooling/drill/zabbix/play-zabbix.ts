import type { AlertChat, ShownMessage } from "../alerts/alert-chat.ts";
import type { OpenedPage } from "../alerts/chat-page.ts";
import { ACKNOWLEDGE, ACKNOWLEDGED, newOf, RECOVERED, saysOne } from "../alerts/watch-chat.ts";
import { commentInZabbix } from "./comment-in-zabbix.ts";
import { noSilenceCame, type PlayedSilence, playSilence } from "./play-silence.ts";
import { TRIGGER } from "./set-up-zabbix.ts";
import { BUSY, createWatchedMachine, IDLE } from "./watched-machine.ts";
import type { ZabbixApi } from "./zabbix-api.ts";
import { eventOf, openProblem } from "./zabbix-problem.ts";

const ESCALATE = /^(Escalate|Поднять выше)$/;

/** What came of one problem, from its first value to its end, and of the next ones right after it; null for what did not come in time. */
export type PlayedProblem = PlayedSilence & {
  problemToCardMs: number | null;
  problemToPageMs: number | null;
  /** Until the event is acknowledged in Zabbix, with a message that names the person. */
  ackToZabbixMs: number | null;
  ackToCardMs: number | null;
  recoveryToEditMs: number | null;
  recoveryToToldMs: number | null;
  againToCardMs: number | null;
  againToPageMs: number | null;
  /** Until the event of the next problem, which somebody had, is unacknowledged in Zabbix. */
  escalateToZabbixMs: number | null;
  againToToldMs: number | null;
  /** Messages in the group chat and to who is on call, of the first problem until it recovered. */
  cards: number;
  pages: number;
  /** What Zabbix knows of the problem and the card does not say. */
  missingWords: string[];
  /** The alert began when Zabbix says that its problem began. */
  isStartOfZabbix: boolean;
};

type Parts = {
  chat: AlertChat;
  page: OpenedPage;
  /** As an administrator of Zabbix. */
  api: ZabbixApi;
  /** Where its pages are. */
  frontendUrl: string;
  send: (load: number) => Promise<boolean>;
  /** When the newest group of alerts began, by our own rows. */
  beganAt: () => Promise<Date | null>;
  forgetFlapping: () => Promise<void>;
  signal: AbortSignal;
};

/**
 * A machine gets busy, somebody acknowledges in the chat page, somebody else writes a comment in Zabbix, the machine comes to
 * rest; and at once it is busy again. The problem after that is silenced.
 *
 * @throws AppError `conflict` when Zabbix itself sees no problem, or no end: that would measure nothing of ours.
 */
export async function playProblem(parts: Parts): Promise<PlayedProblem> {
  const { chat, page, api, frontendUrl } = parts;
  const machine = createWatchedMachine(parts);
  const { took, becomes } = machine;
  const played = nothingCame();
  const [cards, pages] = [await newOf(chat.cards), await newOf(chat.pages)];

  const problemAt = await becomes(BUSY);
  const problem = await openProblem(api);
  const eventId = problem?.eventId ?? "";
  [played.problemToCardMs, played.problemToPageMs] = await Promise.all([
    took(problemAt, async () => (await cards()).length > 0),
    took(problemAt, async () => (await pages()).length > 0),
  ]);
  const [card] = await cards();
  if (card === undefined) return played;
  played.missingWords = missingIn(
    card,
    [TRIGGER, "shop", "web-1", `Load ${BUSY}`, "🔴"],
    `${frontendUrl}/tr_events.php`,
  );
  played.isStartOfZabbix = (await parts.beganAt())?.getTime() === problem?.beganAt.getTime();

  const pressedAt = await page.press(ACKNOWLEDGE);
  [played.ackToZabbixMs, played.ackToCardMs] = await Promise.all([
    took(pressedAt, () => isAcknowledgedBy(chat.person.firstName)),
    took(pressedAt, async () => saysOne(await cards(), ACKNOWLEDGED)),
  ]);

  // What people do over there is posted as well, and is no new problem.
  await commentInZabbix(eventId, { api, machine });
  await machine.unlessCame(async () => (await pages()).length > 1);
  const tellings = await newOf(pages);
  const recoveredAt = await becomes(IDLE);
  [played.recoveryToEditMs, played.recoveryToToldMs] = await Promise.all([
    took(recoveredAt, async () => saysOne(await cards(), RECOVERED)),
    took(recoveredAt, async () => saysOne(await tellings(), RECOVERED)),
  ]);
  played.cards = (await cards()).length;
  // A page is edited as the card is, so it says that it recovered as well; being told is a message of its own.
  played.pages = (await pages()).length - (await tellings()).filter(({ text }) => RECOVERED.test(text)).length;

  const [cardsAgain, pagesAgain] = [await newOf(cards), await newOf(pages)];
  const againAt = await becomes(BUSY);
  const next = (await openProblem(api))?.eventId ?? "";
  [played.againToCardMs, played.againToPageMs] = await Promise.all([
    took(againAt, async () => (await cardsAgain()).length > 0),
    took(againAt, async () => (await pagesAgain()).length > 0),
  ]);
  if (played.againToCardMs === null) return played;
  const isHad = async (acknowledged: "0" | "1") => (await eventOf(api, next))?.acknowledged === acknowledged;
  const isTaken = (await took(await page.press(ACKNOWLEDGE), () => isHad("1"))) !== null;
  const escalated = await took(await page.press(ESCALATE), () => isHad("0"));
  // What never was acknowledged over there cannot be unacknowledged.
  played.escalateToZabbixMs = isTaken ? escalated : null;
  const tellingsAgain = await newOf(pages);
  const endedAt = await becomes(IDLE);
  played.againToToldMs = await took(endedAt, async () => saysOne(await tellingsAgain(), RECOVERED));
  return { ...played, ...(await playSilence({ ...parts, machine })) };

  async function isAcknowledgedBy(name: string): Promise<boolean> {
    const event = await eventOf(api, eventId);
    return event?.acknowledged === "1" && event.acknowledges.some(({ message }) => message.includes(name));
  }
}

function missingIn({ text, keyboard }: ShownMessage, words: readonly string[], link: string): string[] {
  const missing = words.filter((word) => !text.includes(word));
  return keyboard.some((button) => button.LINK?.startsWith(link)) ? missing : [...missing, "where its problem stands"];
}

const nothingCame = (): PlayedProblem => ({
  problemToCardMs: null,
  problemToPageMs: null,
  ackToZabbixMs: null,
  ackToCardMs: null,
  recoveryToEditMs: null,
  recoveryToToldMs: null,
  againToCardMs: null,
  againToPageMs: null,
  escalateToZabbixMs: null,
  againToToldMs: null,
  ...noSilenceCame(),
  cards: 0,
  pages: 0,
  missingWords: [],
  isStartOfZabbix: false,
});
