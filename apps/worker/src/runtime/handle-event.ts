import type { BotEvent, Effect } from "@botdeck/core";
import {
  addMessages,
  cancelReplies,
  type Conversation,
  finishEvent,
  type InboxEvent,
  lockConversation,
  type NewMessage,
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
export type Handled = { conversationId: string | null; effects: number };

/**
 * One event, from the inbox to its consequences, in the transaction given: conversation, messages, effects and the
 * event's end are written together or not at all.
 */
export async function handleEvent(tx: Transaction, row: InboxEvent, deps: RuntimeDeps): Promise<Handled> {
  const event = row.body;
  const bot = await deps.bots.find(tx, event.botId);
  if (!bot || event.kind === "bot.removed") {
    if (bot) await deps.bots.markRemoved(tx, event.botId);
    await finishEvent(tx, row.id);
    return { conversationId: null, effects: 0 };
  }

  const text = "message" in event ? event.message.text : "";
  const conversation = await lockConversation(tx, event, chooseLanguage(text, null, event.language));
  const isPerson = speakerOf(event) === "person";
  const language = chooseLanguage(isPerson ? text : "", conversation.language, event.language);
  const owner = nextOwner(conversation.owner, event);
  const turn = await takeTurn({ row, event, conversation, owner, language, bot, deps });

  // Each part is an effect of its own, so that each one is sent, looked for and settled by itself.
  const wanted = turn.effects.flatMap(toPostableEffects);
  const said = wanted.flatMap((effect, index) => messageOf(effect, effectKey(row.id, index), bot.name));
  await addMessages(tx, conversation.id, [...incoming(row), ...said]);
  if (turn.owner !== conversation.owner && turn.owner.startsWith("operator:")) {
    await cancelReplies(tx, conversation.id);
  }
  const effects = wanted.map((effect, index) => ({
    key: effectKey(row.id, index),
    portalId: event.portalId,
    botId: event.botId,
    conversationId: conversation.id,
    lane: row.lane,
    effect,
  }));
  await putEffects(tx, effects);
  for (const { effect } of effects) {
    if (effect.kind !== "workflow.start") continue;
    const { workflowId, workflow: kind } = effect;
    await requestWorkflow(tx, { workflowId, kind, conversationId: conversation.id, portalId: event.portalId });
  }
  const last = [...incoming(row), ...said].at(-1);
  await saveConversation(tx, conversation, {
    state: turn.state,
    owner: turn.owner,
    language,
    ...(turn.topic !== undefined && { topic: turn.topic }),
    ...(isPerson && { personId: event.person.id, personName: event.person.name }),
    ...(last && { lastMessage: { text: last.text, by: last.author } }),
  });
  await finishEvent(tx, row.id);
  return { conversationId: conversation.id, effects: effects.length };
}

type TurnInput = {
  row: InboxEvent;
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

function incoming({ id: eventId, body: event }: InboxEvent): NewMessage[] {
  if (event.kind !== "message.added" && event.kind !== "command.called") return [];
  const { text, files, id } = event.message;
  const sourceKey = `event:${eventId}`;
  return [{ author: authorOf(event), authorName: event.person.name, text, files, portalMessageId: id, sourceKey }];
}

function messageOf(effect: Effect, key: string, botName: string): NewMessage[] {
  if (effect.kind !== "chat.send") return [];
  const author = effect.forOperators === true ? "system" : "bot";
  return [{ author, authorName: botName, text: effect.text, buttons: effect.buttons ?? null, sourceKey: key }];
}
