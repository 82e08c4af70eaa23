import type { Button, Card, Effect } from "@botdeck/core";

import type { AnyBot } from "../define-bot.ts";
import { createTranslate } from "../texts/catalog.ts";
import type { Line } from "../dialogs/index.ts";
import { plainValues } from "../texts/plain-words.ts";
import type { Said } from "../dialogs/said.ts";
import type { Moves, Shown } from "./move.ts";
import { offeredOf } from "./offered-of.ts";
import type { Place } from "./state.ts";
import type { Decision, Surroundings } from "./step.ts";
import { withStep } from "./step-of-visit.ts";

/** A decision while it is made: what is said gathers to one message, so that nobody answers half of it. */
export type Turn = {
  readonly bot: AnyBot;
  readonly surroundings: Surroundings;
  /** What the turn is about; empty words when nobody spoke. */
  said: Said;
  state: Place;
  words: string[];
  buttons: readonly (readonly Shown[])[];
  card: Card | null;
  effects: Effect[];
  /** Such as what the CRM is told: after everything that somebody waits for. */
  lateEffects: Effect[];
  decided: Pick<Decision, "owner" | "topic" | "outcomes" | "rating" | "handOver">;
  /** Counts moves, so that a circle in a definition shows. */
  moves: number;
  /** Does what a handler decided, within this turn. */
  apply(moves: Moves): Promise<void>;
};

/** Says a line of a dialog. */
export function sayLine(turn: Turn, line: Line): void {
  const { bot, surroundings } = turn;
  const t = createTranslate(surroundings.texts ?? bot.texts, surroundings.language);
  turn.words.push(t(line.text, plainValues(line.values)));
  if (line.buttons === undefined) return;
  turn.buttons = line.buttons.map((row) =>
    row.map(({ text, label, values, value }) => ({
      text: label ?? t(text ?? "", values),
      value,
    })),
  );
}

/** The decision, once nothing more is to be decided; its state is the place of whom the turn is about. */
export function endTurn(turn: Turn, isHeard: boolean): Omit<Decision, "state"> & { state: Place } {
  const { surroundings, decided, buttons, card, effects, lateEffects } = turn;
  const words = turn.words.filter((each) => each !== "").join("\n\n");
  const send: Effect[] =
    words === ""
      ? []
      : [
          {
            kind: "chat.send",
            dialogId: surroundings.dialog.id,
            text: words,
            ...(buttons.length > 0 && { buttons: buttons.map((row) => row.map(toButton)) }),
            ...(card && { card }),
          },
        ];
  const visit = turn.state.visit === null ? null : withStep(turn.state.visit, turn.state.dialogs);
  const state: Place = {
    ...turn.state,
    // Silence leaves the buttons that were there.
    offered: words === "" ? turn.state.offered : offeredOf(buttons.flat()),
    visit: visit === null || words === "" ? visit : { ...visit, answers: visit.answers + 1 },
  };
  return {
    ...decided,
    state,
    effects: [...send, ...effects, ...lateEffects],
    understood: isHeard ? turn.said.understood : null,
  };
}

const toButton = (shown: Shown): Button => ("kind" in shown ? shown : { kind: "say", text: shown.text });
