import type { Dialog, FileRef, Person } from "@botdeck/core";

import type { Language, Translate } from "../texts/catalog.ts";
import type { Move } from "./move.ts";

/** A row of button texts; pressing one says its text. */
type ButtonRows = readonly (readonly string[])[];

/** What a handler knows and what it may decide. It holds no connection and no clock: those come as services. */
export type BotContext<
  Settings = unknown,
  Services = unknown,
  TextKey extends string = string,
  State extends string = string,
> = {
  /** What the person wrote; empty when they sent only files or just arrived. */
  text: string;
  files: readonly FileRef[];
  person: Person;
  dialog: Dialog;
  language: Language;
  settings: Settings;
  services: Services;
  /** The state that asked what the person answers now; null when nothing was asked. */
  at: State | null;
  /** What was gathered in this dialog so far. */
  slots: Readonly<Record<string, unknown>>;
  /** The bot's own texts in the person's language. */
  t: Translate<TextKey>;

  /** Says something. Buttons are a convenience: messengers without keyboards show none, so typed answers must work too. */
  say(text: string, options?: { buttons?: ButtonRows }): Move;
  /** Asks what the state asks, and waits there. Slots given are kept. */
  goTo(state: State, slots?: Record<string, unknown>): Move;
  /** The answer was of no use: say what would be, and stay. After two misses in a row a person takes over. */
  miss(text: string, options?: { buttons?: ButtonRows }): Move;
  /** The dialog is over; what was gathered is forgotten. */
  finish(): Move;
  /** Gives the person to an operator. The note is for the operator only. */
  handOver(reason: { topic: string; note?: string }): Move;
  /** Starts a workflow that leads the conversation until it ends. */
  start(workflow: string, input?: Record<string, unknown>): Move;
  /** Takes the conversation back from the workflow that leads it. */
  stopWorkflow(reason: string): Move;
};
