import type { Effect } from "@botdeck/core";
import {
  type AnyBot,
  createTranslate,
  type Decision,
  type FlowResult,
  type Input,
  type Offered,
  plainValues,
  type Surroundings,
} from "@botdeck/dialog";
import {
  decide,
  type DialogDefinition,
  type DialogEffect,
  type DialogInput,
  type DialogProgress,
  type Line,
  pressedOf,
  type Said,
  type Slots,
} from "@botdeck/dialog/dialogs";

/** A workflow's dialog, and what the workflow says when it gives the conversation back: a text of the bot, or null for nothing. */
export type LedDialog = { dialog: DialogDefinition; lastWords?: (result: FlowResult) => string | null };

/** By the workflow's name. */
export type Flows = Readonly<Record<string, LedDialog>>;

/** What a workflow does: it says something, or the bot is given something to decide about. */
export type Led = { effect: Effect } | { input: Input };

type Flow = LedDialog & { id: string; progress: DialogProgress | null; offered: readonly Offered[] };

/**
 * Leads the dialogs of workflows by the same pure steps as they do, up to where the conversation is the bot's again. What a
 * workflow does afterwards, such as asking a manager, is none of the conversation.
 */
export function createLeader(bot: AnyBot, flows: Flows) {
  let flow: Flow | null = null;

  return {
    /** What the workflow does about what the bot has just decided. */
    async *follow({ effects, state }: Decision, around: Surroundings): AsyncGenerator<Led> {
      for (const effect of effects) {
        const led = effect.kind === "workflow.start" ? flows[effect.workflow] : undefined;
        if (effect.kind === "workflow.start" && led !== undefined && state.workflow?.id === effect.workflowId) {
          flow = { ...led, id: effect.workflowId, progress: null, offered: [] };
          const { slots, said } = effect.input as { slots?: Slots; said?: Said }; // safe: the bot's own workflow
          yield* lead(flow, { kind: "begin", slots: slots ?? {}, said: said ?? null }, around);
        }
        if (effect.kind !== "workflow.signal" || effect.workflowId !== flow?.id) continue;
        const heard = heardOf(flow, effect);
        if (heard === null) flow = null;
        else yield* lead(flow, heard, around);
      }
    },
  };

  async function* lead(led: Flow, first: DialogInput, around: Surroundings): AsyncGenerator<Led> {
    const words: Line[] = [];
    let input: DialogInput | null = first;
    while (input !== null) {
      const decision = decide(led.dialog, led.progress, input);
      led.progress = decision.progress;
      input = null;
      for (const effect of decision.effects) {
        if (effect.kind === "say") words.push(effect.line);
        else if (effect.kind === "request") input = { kind: "brought", answer: await ask(effect, around) };
        else {
          yield* speak(led, words.splice(0), around);
          yield* effect.kind === "end" ? end(led, effect, around) : [{ input: digressed(led, effect) }];
        }
      }
    }
    yield* speak(led, words, around);
  }

  function* end(led: Flow, { ending, slots }: DialogEffect & { kind: "end" }, around: Surroundings): Generator<Led> {
    flow = null;
    const { name: dialog, topic } = led.dialog;
    const result = { dialog, topic, ending, slots };
    const last = led.lastWords?.(result) ?? null;
    if (last !== null) yield* speak(led, [{ text: last }], around);
    yield { input: { kind: "workflow_ended", workflowId: led.id, result } };
  }

  function* speak(led: Flow, lines: readonly Line[], { language, texts, dialog }: Surroundings): Generator<Led> {
    if (lines.length === 0) return;
    const t = createTranslate(texts ?? bot.texts, language);
    const rows = (lines.at(-1)?.buttons ?? []).map((row) =>
      row.map(({ text, label, values, value }) => ({ text: label ?? t(text ?? "", values), value })),
    );
    led.offered = rows.flat();
    const buttons = rows.map((row) => row.map(({ text }) => ({ kind: "say" as const, text })));
    const text = lines.map((line) => t(line.text, plainValues(line.values))).join("\n\n");
    yield { effect: { kind: "chat.send", dialogId: dialog.id, text, ...(buttons.length > 0 && { buttons }) } };
  }

  async function ask({ request, params }: DialogEffect & { kind: "request" }, around: Surroundings): Promise<unknown> {
    return await bot.requests?.[request]?.(params as never, around as never); // safe: its author's types say the same
  }
}

const digressed = ({ id }: Flow, { intent, said }: DialogEffect & { kind: "digress" }): Input => ({
  kind: "digressed",
  workflowId: id,
  intent,
  said,
});

/** Null when the workflow is told to stop. */
function heardOf({ offered }: Flow, { signal, payload }: Effect & { kind: "workflow.signal" }): DialogInput | null {
  if (signal === "stopped") return null;
  if (signal === "resumed") return { kind: "resumed" };
  const { said } = payload as { said: Said }; // safe: the engine's own signal
  const button = pressedOf(offered, said.text);
  const judged = button === null ? { ...said, pressed: null } : { ...said, pressed: button.value ?? null, sure: null };
  return { kind: "said", said: judged };
}
