import { AppError, type BotEvent, type Effect, isBotEvent } from "@botdeck/core";
import {
  addMessages,
  cancelReplies,
  type ClaimedEvent,
  type Conversation,
  holdEvent,
  lockConversation,
  type NewMessage,
  type OutboxEffect,
  putEffects,
  requestWorkflow,
  saveConversation,
  type Transaction,
} from "@botdeck/db";
import { chooseLanguage, decide, type Decision, DialogState, INITIAL_STATE, inputOf } from "@botdeck/dialog";

import type { RuntimeDeps, WorkingBot } from "./deps.ts";
import { nextOwner } from "./next-owner.ts";
import { toPostableEffects } from "./postable-effects.ts";
import { authorOf, speakerOf } from "./speaker.ts";

/** What a handled event changed; who listens is told after the commit. */
export type Handled = { conversationId: string | null; effects: OutboxEffect[] };

type BotRow = ClaimedEvent & { body: BotEvent };

/**
 * One event, from the inbox to its consequences, in the transaction given: conversation, messages, effects and the
 * event's end are written together or not at all. Statements that do not need each other's results are sent together.
 *
 * @param bornLeaving Kinds of effects that the caller carries itself after the commit, see `putEffects`.
 * @throws AppError `conflict` when the event is another run's by now.
 */
export async function handleEvent(
  tx: Transaction,
  claimed: ClaimedEvent,
  deps: RuntimeDeps,
  bornLeaving: readonly Effect["kind"][] = [],
): Promise<Handled> {
  if (!isBotEvent(claimed.body)) {
    throw new AppError("invariant", `An event of the kind ${claimed.kind} has no bot to be handled by`);
  }
  const row = { ...claimed, body: claimed.body };
  const event = row.body;
  const text = "message" in event ? event.message.text : "";
  const bot = await deps.bots.find(event.botId);
  const held = holdEvent(tx, row, bot ? "done" : "ignored");
  if (!bot || event.kind === "bot.removed") {
    await held;
    if (bot) await deps.bots.markRemoved(tx, event.botId);
    return { conversationId: null, effects: [] };
  }
  // Sent behind it in this order, and without waiting for its answer: locks are taken event first, then conversation.
  const [, conversation] = await Promise.all([
    held,
    nextTurn().then(() => lockConversation(tx, event, chooseLanguage(text, null, event.language))),
  ]);
  const isPerson = speakerOf(event) === "person";
  const language = chooseLanguage(isPerson ? text : "", conversation.language, event.language);
  const owner = nextOwner(conversation.owner, event);
  const turn = await takeTurn({ row, event, conversation, owner, language, bot, deps });

  // Each part is an effect of its own, so that each one is sent, looked for and settled by itself.
  const wanted = turn.effects.flatMap(toPostableEffects).map((effect, index) => ({
    key: effectKey(row.id, index),
    portalId: event.portalId,
    botId: event.botId,
    conversationId: conversation.id,
    lane: row.lane,
    effect,
  }));
  const messages = [...incoming(row), ...wanted.flatMap(({ effect, key }) => messageOf(effect, key, bot.name))];
  const last = messages.at(-1);
  const isTaken = turn.owner !== conversation.owner && turn.owner.startsWith("operator:");
  const [effects] = await Promise.all([
    putEffects(tx, wanted, bornLeaving),
    isTaken && cancelReplies(tx, conversation.id),
    addMessages(tx, conversation.id, messages),
    ...wanted.flatMap(({ effect }) =>
      effect.kind === "workflow.start" ? [requestWorkflow(tx, workflowOf(effect, conversation))] : [],
    ),
    saveConversation(tx, conversation, {
      state: turn.state,
      owner: turn.owner,
      language,
      ...(turn.topic !== undefined && { topic: turn.topic }),
      ...(isPerson && { personId: event.person.id, personName: event.person.name }),
      ...(last && { lastMessage: { text: last.text, by: last.author } }),
    }),
  ]);
  return { conversationId: conversation.id, effects };
}

/** What was begun in this turn has gone to the driver by the next one. */
const nextTurn = () => new Promise<void>((resolve) => void setImmediate(resolve));

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

type Turn = Decision & { owner: Conversation["owner"] };

/** Asks the bot, if the conversation is the bot's and the event is for it to answer. */
async function takeTurn({ row, event, conversation, owner, language, bot, deps }: TurnInput): Promise<Turn> {
  const before = DialogState.parse(conversation.state);
  const isTaken = owner !== conversation.owner;

  if (event.isPast === true) return { state: before, effects: [], owner };

  if (owner.startsWith("operator:") && isTaken) {
    // A person leads now: whatever workflow led must not speak again.
    const { workflow } = before;
    const stop: Effect[] = workflow
      ? [
          {
            kind: "workflow.signal",
            workflowId: workflow.id,
            signal: "stopped",
            payload: { reason: "an operator took over" },
          },
        ]
      : [];
    return { state: INITIAL_STATE, effects: stop, owner };
  }

  const input = inputOf(event);
  const isForBot = owner === "bot" && (speakerOf(event) === "person" || event.kind === "workflow.ended");
  const isLateGreeting = event.kind === "bot.joined" && !isTaken && conversation.lastMessageText !== null;
  if (input === null || isLateGreeting) return { state: before, effects: [], owner };
  if (!isForBot && event.kind !== "bot.joined") return { state: before, effects: [], owner };

  const decision = await decide(bot.definition, isTaken ? INITIAL_STATE : before, input, {
    person: event.person,
    dialog: event.dialog,
    language,
    settings: bot.settings,
    services: deps.services,
    origin: {
      portalId: event.portalId,
      botId: event.botId,
      conversationId: conversation.id,
      dialog: event.dialog,
      personName: conversation.personName,
      botName: bot.name,
    },
    stepId: row.id,
  });
  return { ...decision, owner: decision.owner ?? owner };
}

/** The same event run again builds the same keys, so that its effects are there once. */
function effectKey(eventId: string, index: number): string {
  return `event:${eventId}:${index}`;
}

function incoming({ id: eventId, body: event }: BotRow): NewMessage[] {
  if (event.kind !== "message.added" && event.kind !== "command.called") return [];
  const { text, files, id } = event.message;
  const sourceKey = `event:${eventId}`;
  const { id: authorId, name: authorName } = event.person;
  return [{ author: authorOf(event), authorId, authorName, text, files, portalMessageId: id, sourceKey }];
}

function messageOf(effect: Effect, key: string, botName: string): NewMessage[] {
  if (effect.kind !== "chat.send") return [];
  const author = effect.forOperators === true ? "system" : "bot";
  return [{ author, authorName: botName, text: effect.text, buttons: effect.buttons ?? null, sourceKey: key }];
}
