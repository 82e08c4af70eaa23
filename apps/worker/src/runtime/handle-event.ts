import { AppError, type BotEvent, type Effect, isBotEvent } from "@botdeck/core";
import {
  cancelReplies,
  changeMessage,
  type ClaimedEvent,
  type Conversation,
  effectsToPut,
  type EffectToPut,
  holdEvent,
  type NewMessage,
  type OutboxEffect,
  readConversation,
  requestWorkflow,
  stopSchedulesOfChat,
  type SeenConversation,
  type Turn,
  writeTurn,
} from "@botdeck/db";
import { changedHands } from "@botdeck/desk";
import { grantNeededOf } from "@botdeck/portal-clients";
import { chooseLanguage, type Decision, DialogState, inputOf, keyOfEffect, respond } from "@botdeck/dialog";

import { handleHookPost } from "../notifications/handle-hook-post.ts";
import { handleRecordChange } from "../notifications/handle-record-change.ts";
import { beginIfNew } from "./begin-if-new.ts";
import type { RuntimeDeps, WorkingBot } from "./deps.ts";
import { laneOfEffect } from "./lane-of-effect.ts";
import { nextOwner } from "./next-owner.ts";
import { isKeptWhileOff, leaveToPeople } from "./switched-off.ts";

import { extrasOf, hasExtras, writeExtras, type Extras } from "./extras.ts";
import { parkTurn } from "./park-turn.ts";
import { handlePortalChange } from "./handle-portal-change.ts";
import { toPostableEffects } from "./postable-effects.ts";
import { refusalFor, serves } from "./serves.ts";
import { authorOf, speakerOf } from "./speaker.ts";
import { isPressed, isSpoken, spokenText, writtenIn } from "./spoken-text.ts";
import { surroundingsOf } from "./surroundings.ts";

/** What a handled event changed; who listens is told after the commit. */
export type Handled = { conversationId: string | null; effects: OutboxEffect[] };

type BotRow = ClaimedEvent & { body: BotEvent };

/** Turns of an event that are thrown away because somebody wrote in its conversation meanwhile, such as a flow; that is rare. */
const MOST_TURNS = 5;

type Options = {
  /** Kinds of effects that the caller carries itself after the commit, see `effectsToPut`. */
  bornLeaving: readonly Effect["kind"][];
  /** Bounds the time its bot takes to decide. */
  withinTime: <Result>(work: Promise<Result>) => Promise<Result>;
  /** Told what is about to be written: should nobody hear whether it was, these may be there. */
  beforeWrite: (effects: readonly EffectToPut[]) => void;
};

/**
 * One event, from the inbox to its consequences: the bot is asked, and conversation, messages, effects and the event's end
 * are written together or not at all. Nothing is locked while the bot thinks; if the conversation changed meanwhile, it is asked again.
 *
 * @throws AppError `conflict` when the event is another run's by now.
 */
export async function handleEvent(claimed: ClaimedEvent, deps: RuntimeDeps, options: Options): Promise<Handled> {
  if (claimed.body.kind === "portal.changed") return await handlePortalChange(claimed, claimed.body, deps);
  if (claimed.body.kind === "record.changed" || claimed.body.kind === "hook.received") {
    const isOff = (await deps.bots.find(claimed.body.botId))?.isOn === false;
    if (isOff) return await ignore(claimed, deps);
  }
  if (claimed.body.kind === "record.changed") return await handleRecordChange(claimed, claimed.body, deps);
  if (claimed.body.kind === "hook.received") return await handleHookPost(claimed, claimed.body, deps);
  if (!isBotEvent(claimed.body)) {
    throw new AppError("invariant", `An event of the kind ${claimed.kind} has no bot to be handled by`);
  }
  const row = { ...claimed, body: claimed.body };
  const bot = await deps.bots.find(row.body.botId);
  if (bot === null || row.body.kind === "bot.removed") return await endWithoutTurn(row, bot !== null, deps);
  if (!bot.isOn && !isKeptWhileOff(row.body)) return await ignore(row, deps);
  let { seen } = row;
  for (let turns = 0; turns < MOST_TURNS; turns++) {
    seen ??= await readConversation(deps.db, row.body, chooseLanguage(writtenIn(row.body), null, row.body.language));
    const handled = await takeAndWriteTurn({ row, seen, bot }, deps, options);
    if (handled !== null) return handled;
    seen = null;
  }
  throw new AppError("rate_limited", `The conversation changed ${MOST_TURNS} times while its bot was asked`);
}

/** What a bot would have heard that is switched off. */
async function ignore(row: ClaimedEvent, { db }: RuntimeDeps): Promise<Handled> {
  await db.transaction((tx) => holdEvent(tx, row, "ignored"));
  return { conversationId: null, effects: [] };
}

async function endWithoutTurn(row: BotRow, isKnown: boolean, { db, bots }: RuntimeDeps): Promise<Handled> {
  await db.transaction(async (tx) => {
    await holdEvent(tx, row, isKnown ? "done" : "ignored");
    if (isKnown) await bots.markRemoved(tx, row.body.botId);
  });
  return { conversationId: null, effects: [] };
}

/** @returns Null when the conversation changed meanwhile. */
async function takeAndWriteTurn(
  { row, seen, bot }: { row: BotRow; seen: SeenConversation; bot: WorkingBot },
  deps: RuntimeDeps,
  { bornLeaving, withinTime, beforeWrite }: Options,
): Promise<Handled | null> {
  const event = row.body;
  const conversation = seen.row;
  const isPerson = speakerOf(event) === "person";
  const language = chooseLanguage(isPerson ? writtenIn(event) : "", conversation.language, event.language);
  const owner = nextOwner(conversation.owner, event);
  const about = { conversationId: conversation.id, bot: bot.definition, language };
  const text = await spokenText(deps.db, event, about);
  let decision: Decided;
  try {
    decision = await withinTime(takeTurn({ row, event, conversation, owner, language, bot, deps }));
  } catch (error) {
    const needed = grantNeededOf(error);
    const url = needed === null ? null : await deps.permissionLink(event.portalId, needed.userId);
    if (needed === null || url === null) throw error;
    const said = incoming(row, text, null);
    return await parkTurn({ row, seen, language, botName: bot.name, said, needed, url }, deps);
  }

  // Each part is an effect of its own, so that each one is sent, looked for and settled by itself.
  const wanted = decision.effects.flatMap(toPostableEffects).map((effect, index) => ({
    key: keyOfEffect(row.id, index),
    portalId: event.portalId,
    botId: event.botId,
    conversationId: conversation.id,
    lane: laneOfEffect(effect, event),
    effect,
  }));
  const messages = [
    ...incoming(row, text, decision.understood),
    ...wanted.flatMap(({ effect, key }) => messageOf(effect, key, event, bot.name)),
  ];
  const last = messages.at(-1);
  const person = isPerson ? event.person : { id: conversation.personId, name: conversation.personName };
  const turn: Turn = {
    event: row,
    seen,
    next: {
      state: decision.state,
      owner: decision.owner,
      language,
      topic: decision.topic ?? conversation.topic,
      personId: person.id,
      personName: person.name,
      lastMessage: last === undefined ? null : { text: last.text, by: last.author },
    },
    messages,
    effects: effectsToPut(wanted, bornLeaving),
  };
  beforeWrite(turn.effects);
  const effects = await write(turn, extrasOf(row, conversation, decision), deps.db);
  return effects === null ? null : { conversationId: conversation.id, effects };
}

/** Most turns are one statement. What few have beside it makes it a transaction. */
async function write(turn: Turn, extras: Extras, db: RuntimeDeps["db"]): Promise<OutboxEffect[] | null> {
  const { seen, next, effects } = turn;
  const isTaken = next.owner !== seen.row.owner && next.owner.startsWith("operator:");
  const starts = effects.flatMap(({ effect }) => (effect.kind === "workflow.start" ? [effect] : []));
  const edits = effects.flatMap(({ effect }) => (effect.kind === "chat.edit" ? [effect] : []));
  const leaves = effects.flatMap(({ effect }) => (effect.kind === "chat.leave" ? [effect] : []));
  const isPlain = !isTaken && starts.length + edits.length + leaves.length === 0 && !hasExtras(extras);
  if (seen.version !== null && isPlain) return await writeTurn(db, turn);
  const { portalId, botId } = seen.row;
  const inBot = { portalId, botId };
  return await db.transaction(async (tx) => {
    const begun = await beginIfNew(tx, seen);
    const written = begun === null ? null : await writeTurn(tx, { ...turn, seen: begun });
    if (written === null) return null;
    await Promise.all([
      isTaken && cancelReplies(tx, seen.row.id),
      ...starts.map((effect) => requestWorkflow(tx, workflowOf(effect, seen.row))),
      // What comes by itself would find nobody there.
      ...leaves.map(({ dialogId }) => stopSchedulesOfChat(tx, { botId, dialogId })),
      ...edits.map(({ key, dialogId, text, buttons, card }) =>
        changeMessage(tx, key, { text, buttons, card }, { ...inBot, dialogId }),
      ),
    ]);
    await writeExtras(tx, extras);
    return written;
  });
}

const workflowOf = (effect: Effect & { kind: "workflow.start" }, { id, portalId }: Conversation) => ({
  workflowId: effect.workflowId,
  kind: effect.workflow,
  conversationId: id,
  portalId,
});

type TurnInput = {
  row: BotRow;
  event: BotEvent;
  conversation: Conversation;
  owner: Conversation["owner"];
  language: "en" | "ru";
  bot: WorkingBot;
  deps: RuntimeDeps;
};

type Decided = Decision & { owner: Conversation["owner"] };

/** Asks the bot, if the conversation is the bot's and the event is for it to answer. */
async function takeTurn({ row, event, conversation, owner, language, bot, deps }: TurnInput): Promise<Decided> {
  const before = DialogState.parse(conversation.state);
  const isTaken = owner !== conversation.owner;
  const silent = { state: before, effects: [], owner, understood: null, outcomes: [], rating: null, handOver: null };

  if (event.isPast === true) return silent;
  // A person leads now, or no longer does: whoever works on the conversation has to know.
  const hands = changedHands(before, conversation.owner, owner);
  if (owner.startsWith("operator:") && isTaken) return { ...silent, ...hands };

  const input = inputOf(event);
  const isFlow = event.kind === "workflow.ended" || event.kind === "workflow.digressed";
  const isForBot = owner === "bot" && (speakerOf(event) === "person" || isFlow);
  const isLateGreeting = event.kind === "bot.joined" && !isTaken && conversation.lastMessageText !== null;
  if (input === null || isLateGreeting) return silent;
  if (!isForBot && event.kind !== "bot.joined") return silent;

  if (!bot.isOn && !isFlow) return { ...silent, ...leaveToPeople(hands, owner, event) };

  if (!isFlow && !serves(bot.definition, event)) return { ...silent, effects: refusalFor(event, language) };

  // A flow is no person: what follows concerns whom it talked to.
  const client = { id: conversation.personId, name: conversation.personName, kind: "client" as const };
  const about = isFlow ? { ...event, person: client } : event;
  const surroundings = surroundingsOf({ row, event: about, conversation, language, bot, outside: deps.outside });
  const decision = await respond(bot.definition, hands.state, input, surroundings);
  return { ...decision, effects: [...decision.effects, ...hands.effects], owner: decision.owner ?? owner };
}

function incoming(
  { id: eventId, body: event }: BotRow,
  text: string,
  understood: Decision["understood"],
): NewMessage[] {
  if (!isSpoken(event) || event.isResumed === true) return [];
  const { files, id } = event.message;
  const sourceKey = `event:${eventId}`;
  const { id: authorId, name: authorName } = event.person;
  const occurredAt = new Date(event.occurredAt);
  const author = authorOf(event);
  // That of a button is the bot's message.
  const portalMessageId = isPressed(event) ? null : id;
  return [{ author, authorId, authorName, text, files, understood, occurredAt, portalMessageId, sourceKey }];
}

/** What the bot says here. */
function messageOf(effect: Effect, key: string, { dialog }: BotEvent, botName: string): NewMessage[] {
  if (effect.kind !== "chat.send" || effect.dialogId !== dialog.id) return [];
  const author = effect.forOperators === true ? "system" : "bot";
  const { text, buttons = null, card = null } = effect;
  return [{ author, authorName: botName, text, buttons, card, sourceKey: key }];
}
