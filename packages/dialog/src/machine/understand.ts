import type { AnyBot } from "../define-bot.ts";
import type { Said } from "../dialogs/said.ts";
import { verdictOf } from "../nlu/verdict-of.ts";
import type { Understood } from "../understanding/understood.ts";
import { weighEvidence } from "../understanding/weigh-evidence.ts";
import { createContext } from "./create-context.ts";
import type { Input } from "./input.ts";
import { pressedOf } from "./pressed.ts";
import type { Surroundings } from "./step.ts";
import type { Turn } from "./turn.ts";

/** Pieces of one sentence come within this, in milliseconds. */
const PIECES_WITHIN_MS = 15_000;
const MOST_UNCLEAR = 1_000;
/** From this confidence on words tell something without those before them. */
const TELLING_AT = 0.6;
/** Files of a visit that are remembered: the latest. */
const MOST_FILES = 10;

/** Buttons first, then rules and examples, then what the bot's author makes of it. */
export async function understand(turn: Turn, input: Extract<Input, { kind: "message" }>): Promise<Said> {
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
