import type { AlertChat } from "../alerts/alert-chat.ts";
import type { OpenedPage } from "../alerts/chat-page.ts";
import { newOf, RECOVERED, saysOne } from "../alerts/watch-chat.ts";
import { commentInZabbix } from "./comment-in-zabbix.ts";
import { BUSY, IDLE, type WatchedMachine } from "./watched-machine.ts";
import type { ZabbixApi } from "./zabbix-api.ts";
import { eventOf, openProblem, suppressesByHand } from "./zabbix-problem.ts";

const SILENCE = /^(Until recovery|До восстановления)$/;
const SILENCED = /Silenced until it recovers|Без оповещений до восстановления/;

/** What came of a problem that somebody silences until it recovers, and of the next one; null for what did not come in time. */
export type PlayedSilence = {
  /** Until the event has a message that names the person and says until when. */
  silenceToZabbixMs: number | null;
  silenceToCardMs: number | null;
  silencedToEditMs: number | null;
  afterSilenceToPageMs: number | null;
  /** Zabbix suppresses the problem exactly where its version has that, and it is acknowledged by nobody. */
  isSilenceOfZabbix: boolean;
  /** Messages to who is on call between the silence and the recovery, with a comment in Zabbix meanwhile. */
  pagesInSilence: number;
};

type Parts = {
  chat: AlertChat;
  page: OpenedPage;
  /** As an administrator of Zabbix. */
  api: ZabbixApi;
  machine: WatchedMachine;
  /** As if earlier problems were long ago: what comes and goes pages nobody for a while. */
  forgetFlapping: () => Promise<void>;
};

/**
 * A machine gets busy, somebody silences that until it recovers, somebody else writes a comment in Zabbix, the machine comes to rest;
 * and at once it is busy again, and at rest.
 */
export async function playSilence({ chat, page, api, machine, forgetFlapping }: Parts): Promise<PlayedSilence> {
  const { took, becomes, unlessCame } = machine;
  const played = noSilenceCame();
  await forgetFlapping();
  const [cards, paged] = [await newOf(chat.cards), await newOf(chat.pages)];
  const problemAt = await becomes(BUSY);
  const eventId = (await openProblem(api))?.eventId ?? "";
  const isShown = async () => (await cards()).length > 0 && (await paged()).length > 0;
  if ((await took(problemAt, isShown)) === null) return played;

  const pages = await newOf(chat.pages);
  const pressedAt = await page.press(SILENCE);
  [played.silenceToZabbixMs, played.silenceToCardMs] = await Promise.all([
    took(pressedAt, isToldToZabbix),
    took(pressedAt, async () => saysOne(await cards(), SILENCED)),
  ]);
  const event = await eventOf(api, eventId);
  const isSuppressed = event?.suppressed === "1";
  played.isSilenceOfZabbix = isSuppressed === (await suppressesByHand(api)) && event?.acknowledged === "0";

  await commentInZabbix(eventId, { api, machine });
  await unlessCame(async () => (await pages()).length > 0);
  played.pagesInSilence = (await pages()).length;
  const recoveredAt = await becomes(IDLE);
  played.silencedToEditMs = await took(recoveredAt, async () => saysOne(await cards(), RECOVERED));

  await forgetFlapping();
  const [cardsAfter, pagesAfter] = [await newOf(cards), await newOf(chat.pages)];
  const againAt = await becomes(BUSY);
  const isPaged = async () => (await pagesAfter()).some(({ text }) => !RECOVERED.test(text));
  played.afterSilenceToPageMs = await took(againAt, isPaged);
  const endedAt = await becomes(IDLE);
  // Zabbix may post the next problem before this one's end, and then it is one that goes on.
  await took(endedAt, async () => saysOne(await cardsAfter(), RECOVERED));
  return played;

  async function isToldToZabbix(): Promise<boolean> {
    const told = `Silenced by ${chat.person.firstName}`;
    const messages = (await eventOf(api, eventId))?.acknowledges.map(({ message }) => message) ?? [];
    const isByHand = await suppressesByHand(api);
    return messages.some((text) => text.startsWith(told) && (isByHand || text.endsWith("until it recovers")));
  }
}

export const noSilenceCame = (): PlayedSilence => ({
  silenceToZabbixMs: null,
  silenceToCardMs: null,
  silencedToEditMs: null,
  afterSilenceToPageMs: null,
  isSilenceOfZabbix: false,
  pagesInSilence: 0,
});
