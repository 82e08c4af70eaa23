import type { Dialog, Effect, Owner, Person } from "@botdeck/core";

import type { Language } from "../texts/catalog.ts";
import type { DialogState } from "./state.ts";

/** Everything around one step that the engine does not own. */
export type Surroundings = {
  person: Person;
  dialog: Dialog;
  language: Language;
  settings: unknown;
  services: unknown;
  /** Whose workflow it would be; goes into every workflow's input. */
  origin: Readonly<Record<string, unknown>>;
  /** Unique for the event, the same when it runs again: ids of what this step makes are built from it. */
  stepId: string;
};

export type Decision = {
  state: DialogState;
  effects: Effect[];
  /** Set when the conversation changes hands. */
  owner?: Owner;
  topic?: string;
};
