import type { Ending, Line, Slots } from "./dialog.ts";
import type { Said } from "./said.ts";

/** How far a dialog has come. Plain data: it is kept between messages. */
export type DialogProgress = {
  dialog: string;
  version: number;
  slots: Slots;
  /** The step that waits: for an answer, or for what was requested. */
  at: string;
  /** Slots that were asked for, in their order; what was given unasked is not among them. */
  asked: readonly string[];
  /** Useless answers, by slot. */
  misses: Readonly<Record<string, number>>;
  /** Steps that were said. */
  told: readonly string[];
  /** What was said while a request was under way. */
  held: readonly Said[];
  reminded: boolean;
};

export type DialogInput =
  | { kind: "begin"; slots: Slots; said: Said | null }
  | { kind: "said"; said: Said }
  /** What the request at `at` has brought. */
  | { kind: "brought"; answer: unknown }
  /** Nothing was said for as long as the dialog's `silence` allows. */
  | { kind: "silence" }
  /** A question in the middle was answered: the dialog goes on with its own. */
  | { kind: "resumed" };

/** What a dialog wants done. Whoever runs it says, fetches and answers; the dialog itself does nothing. */
export type DialogEffect =
  | { kind: "say"; line: Line }
  /** Its answer comes back as `brought`. */
  | { kind: "request"; request: string; params: unknown }
  /** The person asked something else; the dialog waits for `resumed`. */
  | { kind: "digress"; intent: string; said: Said }
  | { kind: "end"; ending: Ending; slots: Slots };

/** `progress` is null once the dialog has ended. */
export type DialogDecision = { progress: DialogProgress | null; effects: readonly DialogEffect[] };
