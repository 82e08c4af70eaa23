import type { Button, Card, Dialog, Effect, Person } from "@botdeck/core";

import type { Ending, Slots } from "../dialogs/index.ts";
import type { Said, SentFile } from "../dialogs/said.ts";
import type { Language, Translate } from "../texts/catalog.ts";
import type { HandOver, Learned, Move, VisitOutcome } from "./move.ts";
import type { Offered, Visit } from "./state.ts";

/** A button that says nothing: it calls a command, opens a link, calls a number, or puts a text into the person's input. */
export type DeedButton = Exclude<Button, { kind: "say" }>;
/** A button: its words, or its words with the intent that pressing it has; or one that does something else than say its words. */
export type ButtonSpec = string | Offered | DeedButton;
/** Rows of buttons. Messengers without keyboards show none, so typed answers must work too. */
export type ButtonRows = readonly (readonly ButtonSpec[])[];

/** What a handler knows and what it may decide. It holds no connection and no clock: those come as services. */
export type BotContext<Settings = unknown, Services = unknown, TextKey extends string = string> = {
  /** What the person wrote; empty when they sent only files or just arrived. */
  text: string;
  said: Said;
  person: Person;
  dialog: Dialog;
  language: Language;
  settings: Settings;
  services: Services;
  /** Our id of the portal. */
  portalId: string;
  /** The portal's time of the event, ISO 8601. */
  at: string;
  /** Unique for the event and the same when it runs again: what a step makes is named after it. */
  stepId: string;
  /** The key of the message that this step says, if it says one, for a later `chat.edit` of it. */
  saidKey: string;
  visit: Visit | null;
  /** Files of this visit. */
  files: readonly SentFile[];
  /** What dialogs of this visit have gathered. */
  known: Readonly<Record<string, unknown>>;
  /** True when the words follow the question which of some intents is meant. */
  isChoosing: boolean;
  /** True while one of the bot's dialogs or a workflow waits for the person. */
  isBusy: boolean;
  /** The bot's own texts in the person's language, as the portal words them. */
  t: Translate<TextKey>;

  /** Says something. All that is said in one turn is one message; of several cards the last one stands below it. */
  say(text: string, options?: { buttons?: ButtonRows; card?: Card }): Move;
  /** Does something outside of this conversation, such as a task's change, a call, or words to somebody else in private. */
  effect(effect: Effect): Move;
  /** Begins a dialog. What the person just said may hold some of its answers already. */
  begin(dialog: string, slots?: Slots): Move;
  /** Whatever dialog waits is over. */
  finish(): Move;
  handOver(handOver: HandOver): Move;
  /** Writes what was learned about the client into the CRM. */
  record(learned: Partial<Learned>): Move;
  /** Notes that the client was told what they came for. */
  answered(): Move;
  /** Notes what came of the visit. */
  settle(outcome: VisitOutcome, cause: string): Move;
  /** The client's rating of the visit, from 1 to 5. */
  rate(rating: number): Move;
  /** Keeps facts for later dialogs of the visit. */
  know(facts: Record<string, unknown>): Move;
  /**
   * Starts a workflow. It leads the conversation until it ends, unless it is to work aside.
   *
   * @param options.id What it is about, in words without a colon: one that is asked for again is not started again, now or later,
   * in the same conversation. Left out, each step that asks starts one of its own.
   */
  start(workflow: string, input?: Record<string, unknown>, options?: { leads?: boolean; id?: string }): Move;
  /** Tells a workflow something, such as a decision that it waits for. */
  signal(workflowId: string, signal: string, payload: unknown): Move;
  /** Takes the conversation back from the workflow that leads it. */
  stopWorkflow(reason: string): Move;
};

/** What a handler learns about a dialog, or a workflow's dialog, that has ended. */
export type Ended = { ended: { dialog: string; topic: string; ending: Ending; slots: Slots } };
