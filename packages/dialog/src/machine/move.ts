import type { Button } from "@botdeck/core";

import type { Input } from "./input.ts";

/** What a handler decided, before the engine turns it into state and effects. Handlers make them through their context. */
export type Move =
  | { move: "say"; text: string; buttons: Button[][] }
  | { move: "go_to"; state: string; slots: Record<string, unknown> }
  | { move: "miss"; text: string; buttons: Button[][] }
  | { move: "finish" }
  | { move: "hand_over"; topic: string; note: string }
  | { move: "start"; workflow: string; input: Record<string, unknown> }
  | { move: "stop_workflow"; reason: string }
  /** The engine's own: while a workflow leads, what the person says is its to judge. */
  | { move: "tell_workflow"; input: Extract<Input, { kind: "message" }> };

export type Moves = Move | readonly Move[];
