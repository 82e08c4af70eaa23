import type { AnyBot, AnyHandler } from "../define-bot.ts";
import { NO_ENTITIES } from "../entities/entities.ts";
import { OOS } from "../nlu/examples.ts";
import { verdictOf } from "../nlu/verdict-of.ts";
import type { Said } from "../dialogs/said.ts";
import type { Understood } from "../understanding/understood.ts";
import { weighEvidence } from "../understanding/weigh-evidence.ts";
import { applyMoves } from "./apply-moves.ts";
import { createContext } from "./create-context.ts";
import type { Input } from "./input.ts";
import { pressedOf } from "./pressed.ts";
import { digress, goOnBelow, tellDialog } from "./run-dialog.ts";
import { INITIAL_STATE, type DialogState } from "./state.ts";
import type { Decision, Surroundings } from "./step.ts";
import { endTurn, type Turn } from "./turn.ts";
import { visitOf } from "./visit-of.ts";

const NOTHING_UNDERSTOOD: Understood = { intents: [], provider: "none", fellBackFrom: null, entities: NO_ENTITIES };

/** Pieces of one sentence come within this, in milliseconds. */
const PIECES_WITHIN_MS = 15_000;
const MOST_UNCLEAR = 1_000;
/** From this confidence on words tell something without those before them. */
const TELLING_AT = 0.6;
/** Files of a visit that are remembered: the latest. */
const MOST_FILES = 10;

/**
 * One step of a bot: what it does about an input, given where the conversation stands. The same arguments give the same
 * decision, as far as the services given do.
 *
 * @throws AppError `invariant` for a slip in the definition, such as a dialog that is not there.
 */
export async function respond(
  bot: AnyBot,
  state: DialogState,
  input: Input,
  surroundings: Surroundings,
): Promise<Decision> {
  const silence = {
    text: "",
    files: [],
    understood: NOTHING_UNDERSTOOD,
    pressed: null,
    today: surroundings.today,
    sure: null,
  };
  const turn: Turn = {
    bot,
    surroundings,
    said: silence,
    state,
    words: [],
    buttons: [],
    effects: [],
    lateEffects: [],
    decided: { outcomes: [], rating: null, handOver: null },
    moves: 0,
    apply: (moves) => applyMoves(turn, moves),
  };
  await take(turn, input);
  const isHeard = input.kind === "message";
  open(turn, isHeard);
  return endTurn(turn, isHeard);
}

async function take(turn: Turn, input: Input): Promise<void> {
  const { bot } = turn;
  switch (input.kind) {
    case "joined": {
      closeVisit(turn);
      turn.state = INITIAL_STATE;
      return await turn.apply(await bot.welcome(contextOf(turn)));
    }
    case "workflow_ended":
      return await flowEnded(turn, input);
    case "digressed": {
      // What a workflow heard that leads no more is for the bot, as if it had just been said.
      if (turn.state.workflow?.id !== input.workflowId) return await hear(turn, () => input.said);
      turn.said = input.said;
      return await digress(turn, input);
    }
    case "command": {
      const command = bot.commands?.[input.name];
      const context = { ...contextOf(turn), params: input.params };
      return await turn.apply(await (command?.handler ?? bot.fallback)(context));
    }
    case "message":
      return await hear(turn, () => understand(turn, input), input.messageId);
  }
}

/** @param messageId Of words that come from the portal; those that a workflow passed on are named after the step. */
async function hear(
  turn: Turn,
  understood: () => Said | Promise<Said>,
  messageId: string = turn.surroundings.stepId,
): Promise<void> {
  const { bot, surroundings } = turn;
  const { visit, closed } = visitOf(turn.state.visit, surroundings);
  if (closed) {
    closeVisit(turn);
    turn.state = { ...INITIAL_STATE, workflow: turn.state.workflow };
  }
  turn.state = { ...turn.state, visit };
  turn.said = await understood();
  const { said } = turn;
  if (visit.intent === null && said.sure !== null) {
    turn.state = { ...turn.state, visit: { ...visit, intent: said.sure } };
  }

  if (await tellDialog(turn, said)) return;

  if (turn.state.workflow !== null) {
    const handler = isForBot(said) ? bot.on?.[said.sure ?? ""] : undefined;
    if (handler) return await turn.apply(await handler(contextOf(turn)));
    // The workflow asks its own questions, so it takes the answer.
    return await turn.apply({ move: "tell_workflow", messageId, said });
  }

  const intent = said.sure ?? said.leaning ?? null;
  const handler = intent === null ? undefined : bot.on?.[intent];
  const context = contextOf(turn);
  turn.state = { ...turn.state, isChoosing: false };
  if (handler) {
    // Words that were acted on are no beginning of the next ones.
    turn.state = { ...turn.state, unclear: null };
    return await turn.apply(await handler(context));
  }
  const unnamed = aheadUnnamed(bot, said.understood);
  if (unnamed !== undefined) return await turn.apply(await unnamed(contextOf(turn)));
  const verdict = verdictOf(offerable(bot, said.understood), surroundings.thresholds);
  if (verdict.kind === "ask" && bot.choose && !context.isChoosing) {
    turn.state = { ...turn.state, isChoosing: true };
    return await turn.apply(await bot.choose({ ...contextOf(turn), choices: verdict.choices }));
  }
  return await turn.apply(await bot.fallback(contextOf(turn)));
}

/** Words that mean only themselves: a wish for a person, and "cancel" when that is no guess; else it may be an answer, such as a reason. */
function isForBot({ sure, understood: { provider } }: Said): boolean {
  return sure === "operator" || (sure === "cancel" && (provider === "rule" || provider === "button"));
}

/** Buttons first, then rules and examples, then what the bot's author makes of it. */
async function understand(turn: Turn, input: Extract<Input, { kind: "message" }>): Promise<Said> {
  const { bot, surroundings, state } = turn;
  const { text } = input;
  const files = input.files.length === 0 ? [] : await surroundings.keepFiles(input.files);
  // What a workflow that leads is sent belongs to it, and not to the next one.
  if (state.workflow === null) turn.state = { ...turn.state, files: [...state.files, ...files].slice(-MOST_FILES) };
  const button = pressedOf(state.offered, text);
  // A button that only says its words is no more than those words.
  const pressed = button?.intent === undefined && button?.value === undefined ? null : button;
  const around = { files, today: surroundings.today, leaning: null };
  if (pressed?.intent !== undefined)
    return { ...around, ...(await meantBy(turn, pressed.intent, text)), pressed: null };
  const { words, understood } = await understandWhole(turn, text);
  const plain: Said = { ...around, text: words, understood, pressed: pressed?.value ?? null, sure: null };
  if (pressed !== null) return plain;
  const heard = await weighed(turn, plain);
  if (heard.sure !== null) return heard;
  const context = createContext(bot, turn.state, heard, surroundings);
  const hinted = (await bot.hint?.(heard, context)) ?? null;
  if (hinted === null) return heard;
  // Whoever asks in the middle of something decides whether that was an answer.
  return context.isBusy ? { ...heard, leaning: hinted } : { ...heard, sure: hinted };
}

/** A button that answers the question what is meant says what the words before it mean: what they told is not asked again. */
async function meantBy({ surroundings, state }: Turn, intent: string, label: string) {
  const text = state.isChoosing && state.unclear !== null ? state.unclear.text : label;
  const understood = await surroundings.understand({ text, expects: null });
  const intents = [{ intent, confidence: 1 }];
  return { text, understood: { ...understood, intents, provider: "button", fellBackFrom: null }, sure: intent };
}

/** What words mean that leave it open, in the light of what else is known. In the middle of something they are rather an answer. */
async function weighed({ bot, surroundings, state }: Turn, said: Said): Promise<Said> {
  const { thresholds } = surroundings;
  const { understood } = said;
  const context = createContext(bot, state, judged(bot, said, thresholds), surroundings);
  if (context.isBusy || context.said.sure !== null || said.text === "") return context.said;
  const evidence = (await bot.evidence?.(context.said, context)) ?? [];
  const intents = weighEvidence(understood.intents, evidence);
  return judged(bot, { ...said, understood: { ...understood, intents } }, thresholds);
}

function judged(bot: AnyBot, said: Said, thresholds: Surroundings["thresholds"]): Said {
  const verdict = verdictOf(said.understood.intents, thresholds);
  if (verdict.kind === "sure") return { ...said, sure: verdict.intent, leaning: null };
  return { ...said, sure: null, leaning: leaningOf(bot, said.understood, thresholds) };
}

/**
 * People send a sentence in pieces: words that mean nothing by themselves may with those just before. Who was asked what they
 * mean goes on where they were.
 */
async function understandWhole(turn: Turn, text: string): Promise<{ words: string; understood: Understood }> {
  const { surroundings, state } = turn;
  const expects = expectedBy(turn);
  const alone = { words: text, understood: await surroundings.understand({ text, expects }) };
  const { unclear, isChoosing } = state;
  const { thresholds } = surroundings;
  const isOpen = verdictOf(alone.understood.intents, thresholds).kind !== "sure";
  const isRecent = unclear !== null && Date.parse(surroundings.at) - Date.parse(unclear.at) < PIECES_WITHIN_MS;
  turn.state = { ...turn.state, unclear: null };
  if (!isOpen || text === "") return alone;
  const words = unclear !== null && (isRecent || isChoosing) ? `${unclear.text} ${text}` : text;
  turn.state = { ...turn.state, unclear: { text: words.slice(0, MOST_UNCLEAR), at: surroundings.at } };
  if (words === text) return alone;
  const whole = { words, understood: await surroundings.understand({ text: words, expects }) };
  // New words that tell something by themselves are what is meant.
  if (isChoosing) return (alone.understood.intents[0]?.confidence ?? 0) >= TELLING_AT ? alone : whole;
  const isClear = verdictOf(whole.understood.intents, thresholds).kind === "sure";
  const { intents } = whole.understood;
  return isClear ? { words: text, understood: { ...alone.understood, intents } } : alone;
}

/** What the open question would make of bare words. */
function expectedBy({ bot, state }: Turn) {
  const top = state.dialogs.at(-1);
  const dialog = bot.dialogs?.find(({ name, version }) => name === top?.dialog && version === top.version);
  const step = top === undefined ? undefined : dialog?.steps[top.at];
  return step?.kind === "ask" ? (dialog?.slots[step.slot]?.expects ?? null) : null;
}

/** Well ahead of the next intent, in confidence. */
const LEAD = 0.1;

/** The intent to act on though it is not sure: one that costs little when it is wrong. */
function leaningOf(bot: AnyBot, { intents }: Understood, { leanAt }: Surroundings["thresholds"]): string | null {
  const [best] = intents;
  if (best === undefined || bot.intents?.[best.intent]?.isCheap !== true) return null;
  // Intents of one topic share what the words leave open between them.
  const topicOf = (intent: string) => bot.intents?.[intent]?.topic ?? intent;
  const own = intents.filter(({ intent }) => topicOf(intent) === topicOf(best.intent));
  const sure = own.reduce((sum, { confidence }) => sum + confidence, 0);
  const rival = intents.find(({ intent }) => topicOf(intent) !== topicOf(best.intent))?.confidence ?? 0;
  return sure >= leanAt && sure - rival >= LEAD ? best.intent : null;
}

/** From this confidence on, and so many times the next one's, an intent that cannot be asked about is acted on. */
const UNNAMED_AT = 0.5;
const UNNAMED_LEAD = 2;

/** Of a wish that no button can name, those that have names would be the wrong choice. */
function aheadUnnamed(bot: AnyBot, { intents }: Understood): AnyHandler | undefined {
  const [best, next] = intents;
  const { title, isTalk } = bot.intents?.[best?.intent ?? ""] ?? {};
  if (best === undefined || best.intent === OOS || title !== undefined || isTalk === true) return undefined;
  const isAhead = best.confidence >= UNNAMED_AT && best.confidence >= UNNAMED_LEAD * (next?.confidence ?? 0);
  return isAhead ? bot.on?.[best.intent] : undefined;
}

/** Only what has a name can be put on a button. */
const offerable = (bot: AnyBot, { intents }: Understood) =>
  intents.filter(({ intent }) => bot.intents?.[intent]?.title !== undefined);

async function flowEnded(turn: Turn, input: Extract<Input, { kind: "workflow_ended" }>): Promise<void> {
  // A workflow that was stopped or replaced in the meantime does not end the one that leads now.
  if (turn.state.workflow?.id !== input.workflowId) return;
  turn.state = { ...turn.state, workflow: null };
  if (input.result === null || turn.bot.afterDialog === undefined) return;
  await turn.apply(await turn.bot.afterDialog({ ...contextOf(turn), ended: input.result }));
  if (turn.state.dialogs.length > 0 && turn.words.length > 0) await goOnBelow(turn);
}

/** A visit that nobody settled ends with the next one: who was told what they came for had it solved, as far as we know. */
function closeVisit(turn: Turn): void {
  const { visit } = turn.state;
  if (visit === null || visit.outcome !== null) return;
  const outcome = visit.isAnswered ? "solved_presumed" : "abandoned";
  turn.decided.outcomes.push({ visit, outcome, cause: "next_visit", handedTo: null });
}

/** The first words of a visit say who speaks. */
function open(turn: Turn, isHeard: boolean): void {
  const isFirst = isHeard && turn.words.length > 0 && turn.state.visit?.answers === 0;
  const words = isFirst ? turn.bot.opening?.(contextOf(turn)) : null;
  if (words !== null && words !== undefined) turn.words.unshift(words);
}

const contextOf = (turn: Turn) => createContext(turn.bot, turn.state, turn.said, turn.surroundings);
