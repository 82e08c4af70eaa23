import { findButton, firstAlternative, textOf, topicOf } from "./bot-message.ts";
import type { Conversation, Topic, Turn } from "./day-line.ts";
import type { DayPortal, DialogChange, Seat } from "./day-portal.ts";
import { createInbox } from "./inbox.ts";
import type { Message } from "./portal-views.ts";
import { createTurnTaker, type Decision } from "./take-turns.ts";

/** The card for the operator may come a moment after the hand-over. */
const CARD_WITHIN_MS = 5_000;
const AT_PEOPLE = new Set(["queue", "operator"]);

export type Utterance = { atMs: number; who: "client" | "bot" | "note" | "player"; text: string };

/** What was seen of a conversation from outside. */
export type Visit = {
  seat: Seat;
  handedOver: boolean;
  topic: Topic | null;
  /** Every message of the bot that the client saw. */
  said: string[];
  replies: number;
  responsesMs: number[];
  transcript: Utterance[];
};

type Deps = {
  portal: Pick<DayPortal, "settle" | "follow" | "write" | "press">;
  /** The content of a photo in base64. */
  readPhoto(name: string): string;
  onUtterance?: (utterance: Utterance) => void;
};

/** Plays one client until they leave, or the bot hands them over. */
export async function playConversation(conversation: Conversation, deps: Deps): Promise<Visit> {
  const { portal } = deps;
  const seat = await portal.settle(conversation);
  const inbox = createInbox<DialogChange>();
  const unfollow = portal.follow(seat.dialogId, inbox.push);
  try {
    return await visit(conversation, seat, inbox, deps);
  } finally {
    unfollow();
  }
}

async function visit(
  { turns, patience }: Conversation,
  seat: Seat,
  inbox: ReturnType<typeof createInbox<DialogChange>>,
  { portal, readPhoto, onUtterance }: Deps,
): Promise<Visit> {
  const startedAt = performance.now();
  const seen: Visit = { seat, handedOver: false, topic: null, said: [], replies: 0, responsesMs: [], transcript: [] };
  const taker = createTurnTaker(turns, patience);
  const shown = new Map<string, string>();
  /** Messages of the bot since the client's last turn, and the last one before them that has buttons. */
  let onScreen: Message[] = [];
  let lastOwnId = 0;
  let askedAt: number | null = null;
  let isTopicFresh = false;

  const note = (who: Utterance["who"], text: string, at = performance.now()) => {
    const utterance = { atMs: Math.round(at - startedAt), who, text };
    seen.transcript.push(utterance);
    onUtterance?.(utterance);
  };

  async function act(turn: Turn): Promise<void> {
    if (turn.pause !== undefined) return note("player", `says nothing for ${turn.pause} s`);
    isTopicFresh = false;
    askedAt = performance.now();
    const screen = onScreen;
    onScreen = screen.filter(({ keyboard }) => keyboard.length > 0).slice(-1);
    if (turn.press !== undefined && (await press(turn.press, screen))) return;
    const text = turn.say ?? (turn.press === undefined ? "" : firstAlternative(turn.press));
    const files = turn.photo === undefined ? [] : [{ name: turn.photo, contentBase64: readPhoto(turn.photo) }];
    note("client", [text, ...files.map(({ name }) => `<${name}>`)].filter((part) => part !== "").join(" "));
    lastOwnId = await portal.write(seat, text, files);
  }

  async function press(pattern: string, screen: readonly Message[]): Promise<boolean> {
    for (const message of screen.toReversed()) {
      const index = findButton(message, pattern);
      if (index === null) continue;
      note("client", `presses "${String(message.keyboard[index]?.["TEXT"])}"`);
      return await portal.press(seat, message.id, index);
    }
    return false;
  }

  function hear({ at, isFromBot, message }: DialogChange & { kind: "message" }): Decision {
    if (message.isDeleted) return null;
    if (message.forOperators) {
      const topic = topicOf(message);
      if (topic !== null) [seen.topic, isTopicFresh] = [topic, true];
      note("note", textOf(message), at);
      return null;
    }
    if (!isFromBot || message.isSystem) return null;
    const text = textOf(message);
    onScreen = [...onScreen.filter(({ id }) => id !== message.id), message];
    // An edit that changes nothing to be read, such as buttons that go away, is nothing said.
    if (shown.get(message.id) === message.text) return null;
    if (!shown.has(message.id)) seen.replies += 1;
    shown.set(message.id, message.text);
    seen.said.push(text);
    note("bot", text, at);
    if (Number(message.id) < lastOwnId) return null;
    if (askedAt !== null) seen.responsesMs.push(Math.max(0, at - askedAt));
    askedAt = null;
    return taker.hear(text, at);
  }

  let decision = taker.start(performance.now());
  while (decision !== "leave" && !seen.handedOver) {
    if (decision !== null) {
      const turn = turns[decision.take];
      decision = null;
      if (turn !== undefined) await act(turn);
      continue;
    }
    const change = await inbox.next(taker.wakeAt() - performance.now());
    if (change === null) decision = taker.wake(performance.now());
    else if (change.kind === "message") decision = hear(change);
    else seen.handedOver = AT_PEOPLE.has(change.owner ?? "");
  }
  note("player", seen.handedOver ? "is handed over" : "leaves");
  const cardUntil = performance.now() + CARD_WITHIN_MS;
  while (seen.handedOver && !isTopicFresh && performance.now() < cardUntil) {
    const change = await inbox.next(cardUntil - performance.now());
    if (change?.kind === "message") hear(change);
  }
  return seen;
}
