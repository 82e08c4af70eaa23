import type { Card, Effect } from "@botdeck/core";

import type { Slots } from "../dialogs/index.ts";
import type { Said } from "../dialogs/said.ts";
import type { DeedButton } from "./context.ts";
import type { Offered } from "./state.ts";

/** A button as it goes out: one whose words are heard, or one that does something. */
export type Shown = Offered | DeedButton;

/** What was learned about a client, for the CRM. */
export type Learned = { name: string | null; phone: string | null; comment: string | null; timeline: string | null };

/** How a visit ended. */
export type VisitOutcome = "solved_confirmed" | "solved_presumed" | "abandoned" | "handed_over";

/** Gives the person to the operators. */
export type HandOver = {
  topic: string;
  /** Why, such as `operator_asked`, `misses`, `not_understood` or `source_away`. */
  cause: string;
  /** For operators only: who the client is and what was tried. */
  note?: string;
  /** What the workflow that watches over the queue is told. */
  watch?: { workflow: string; input: Record<string, unknown> };
};

/** What a handler decided, before the engine turns it into state and effects. Handlers make them through their context. */
export type Move =
  | { move: "say"; text: string; buttons: readonly (readonly Shown[])[]; card?: Card }
  | { move: "effect"; effect: Effect }
  | { move: "begin"; dialog: string; slots: Slots }
  | { move: "finish" }
  | ({ move: "hand_over" } & HandOver)
  | { move: "record"; learned: Learned }
  /** The client was told what they came for. */
  | { move: "answered" }
  | { move: "settle"; outcome: VisitOutcome; cause: string }
  | { move: "rate"; rating: number }
  | { move: "know"; facts: Record<string, unknown> }
  | { move: "start"; workflow: string; input: Record<string, unknown>; leads: boolean; id?: string }
  | { move: "signal"; workflowId: string; signal: string; payload: unknown }
  | { move: "stop_workflow"; reason: string }
  /** The engine's own: while a workflow leads, what the person says is its to judge. */
  | { move: "tell_workflow"; messageId: string; said: Said };

export type Moves = Move | readonly Move[];
