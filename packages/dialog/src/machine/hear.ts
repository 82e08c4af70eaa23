import type { AnyBot } from "../define-bot.ts";
import type { Said } from "../dialogs/said.ts";
import type { AnyHandler } from "../handler.ts";
import { OOS } from "../nlu/examples.ts";
import { verdictOf } from "../nlu/verdict-of.ts";
import type { Understood } from "../understanding/understood.ts";
import { closeVisit } from "./close-visit.ts";
import { contextOf } from "./create-context.ts";
import { tellDialog } from "./run-dialog.ts";
import { INITIAL_PLACE } from "./state.ts";
import type { Turn } from "./turn.ts";
import { visitOf } from "./visit-of.ts";

/**
 * Lets words have their consequence: the dialog under way takes them, else the workflow that leads, else the bot by what they mean.
 *
 * @param messageId Of words that come from the portal; those that a workflow passed on are named after the step.
 */
export async function hear(
  turn: Turn,
  understood: () => Said | Promise<Said>,
  messageId: string = turn.surroundings.stepId,
): Promise<void> {
  const { bot, surroundings } = turn;
  const { visit, closed } = visitOf(turn.state.visit, surroundings);
  if (closed) {
    closeVisit(turn);
    turn.state = { ...INITIAL_PLACE, workflow: turn.state.workflow };
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
