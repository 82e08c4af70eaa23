import type { Expected } from "../entities/entities.ts";
import type { Said } from "./said.ts";

/** What a dialog has gathered. Plain JSON values: they are kept between messages and handed to workflows. */
export type Slots = Readonly<Record<string, unknown>>;

/** A button under a question: a text of the catalog or a label as it is, and what pressing it answers. */
export type DialogButton = {
  text?: string;
  label?: string;
  values?: Readonly<Record<string, string | number>>;
  value: unknown;
};

/** Something to say: a key of the bot's catalog and what it is written with. */
export type Line = {
  text: string;
  values?: Readonly<Record<string, string | number>>;
  buttons?: readonly (readonly DialogButton[])[];
};

/** What an answer was worth. */
export type Reading =
  | { kind: "value"; value: unknown; also?: Slots }
  /** No answer. `say` tells what is wrong with it; the step's `again` otherwise. `also` is of use all the same. */
  | { kind: "unclear"; say?: Line; also?: Slots }
  /** Taken as far as it goes, and asked for once more in other words: no miss, unless it told nothing new. */
  | { kind: "more"; say: Line; also?: Slots };

export type SlotDefinition = {
  /** What the words will probably be when this slot is asked for: a bare "1042" is then an order number. */
  expects?: Expected;
  /** Reads the answer to the question for this slot. */
  read(said: Said, slots: Slots): Reading;
  /**
   * Finds the slot in words that were about something else: before it was asked, or as a correction afterwards.
   * It may add to what is there. Undefined when they hold nothing of it.
   */
  find?(said: Said, slots: Slots): unknown;
  /** Slots that are void when this one changes. */
  decides?: readonly string[];
  /** True when `read` itself judges what was pressed; else the button's value is the answer. */
  readsPressed?: boolean;
  /** Any words will do for an answer, so a clear wish of another kind is followed before they are taken for one. */
  takesAnything?: boolean;
};

type Conditional = {
  /** The step counts only while this holds. */
  if?(slots: Slots): boolean;
  /** What `if` means, for the picture. */
  when?: string;
};

export type AskStep = Conditional & {
  kind: "ask";
  slot: string;
  ask(slots: Slots): Line;
  /** Said when the answer was of no use. */
  again(slots: Slots): Line;
};

/** What came of a request. */
export type Taken = {
  slots: Slots;
  say?: Line;
  /** The answer to this question was of no use after all: it is asked for again, and that counts as a miss. */
  miss?: { slot: string; say: Line };
};

export type RequestStep = Conditional & {
  kind: "request";
  /** Name of one of the bot's requests. */
  request: string;
  params(slots: Slots): unknown;
  /** The step is open while one of these is empty. */
  fills: readonly string[];
  take(answer: unknown, slots: Slots): Taken;
};

/** Said once in a dialog. */
export type SayStep = Conditional & { kind: "say"; say(slots: Slots): Line | readonly Line[] };

export type Ending = {
  /**
   * `solved`: the person has what they came for. `answered`: told something, which need not be what they hoped for.
   * `left`: an aside that nobody answered.
   */
  outcome: "solved" | "answered" | "cancelled" | "handed_over" | "expired" | "left";
  /** Said by the engine before it ends. */
  say?: Line | readonly Line[];
  /** Why a person has to take over; with `handed_over` only. */
  cause?: string;
  /** What was learned about the client, for the CRM. */
  learned?: { name?: string | null; phone?: string | null; comment?: string | null };
};

export type EndStep = Conditional & { kind: "end"; end(slots: Slots): Ending };

export type Step = AskStep | RequestStep | SayStep | EndStep;

/**
 * A dialog as data: what it has to learn, and its steps in their order. It stands at the first step that is still open: an
 * `ask` whose slot is empty, a `request` whose slots are, a `say` not yet said, an `end`. So going back or correcting an answer
 * is emptying its slot, and a step that comes later in a new version is asked when its turn comes.
 */
export type DialogDefinition = {
  /** Such as `orderStatus`. */
  name: string;
  /** Goes up with each change that a dialog in progress would stumble over. */
  version: number;
  /** The topic under which operators see it, such as `order_status`. */
  topic: string;
  slots: Readonly<Record<string, SlotDefinition>>;
  steps: Readonly<Record<string, Step>>;
  /** Intents that are answered in the middle; then the dialog goes on where it was. */
  digressions: readonly string[];
  /** Intents that are followed when the words are no answer to the question, though the dialog may end with that. */
  follows?: readonly string[];
  /** What happens when the person says nothing more. Times in milliseconds since their last word. */
  silence?: { remindAfterMs: number; expireAfterMs: number; remind: Line; expired: Line };
  /** Nothing hangs on its answer: words that do not answer it leave it, and are heard as if it had not been asked. */
  isAside?: boolean;
  /** Useless answers to one question after which a person takes over. */
  mostMisses?: number;
  /** Brings what an older version gathered into the form of this one, by the version it comes from. */
  migrations?: Readonly<Record<number, (slots: Slots) => Slots>>;
};

/** @throws Error when the definition contradicts itself, so that a slip shows at start and not in a conversation. */
export function defineDialog(definition: DialogDefinition): DialogDefinition {
  const fail = (problem: string): never => {
    throw new Error(`Dialog "${definition.name}": ${problem}`);
  };
  const steps = Object.entries(definition.steps);
  const last = steps.at(-1)?.[1];
  if (last?.kind !== "end" || last.if !== undefined) fail("its last step has to be an end without a condition");
  for (const [name, step] of steps) {
    if (step.kind === "ask" && !(step.slot in definition.slots)) fail(`step "${name}" asks for an unknown slot`);
  }
  for (const [name, slot] of Object.entries(definition.slots)) {
    for (const other of slot.decides ?? []) {
      if (other === name) fail(`slot "${name}" cannot decide itself`);
    }
  }
  return definition;
}
