import type { Dialog, Effect, FileRef, Owner, Person } from "@botdeck/core";

import type { PersonFacts } from "../commands/access.ts";
import type { FindNamed } from "../commands/finders.ts";
import type { SentFile } from "../dialogs/said.ts";
import type { Expected } from "../entities/entities.ts";
import type { Language, TextCatalog } from "../texts/catalog.ts";
import type { Understood, UnderstandingSettings } from "../understanding/understood.ts";
import type { VisitOutcome } from "./move.ts";
import type { DialogState, Visit } from "./state.ts";

/** Everything around one step that the engine does not own. */
export type Surroundings = {
  person: Person;
  dialog: Dialog;
  language: Language;
  settings: unknown;
  services: unknown;
  /** The bot's texts as the portal words them; the bot's own when left out. */
  texts?: TextCatalog;
  /** The portal's time of the event, ISO 8601, and the person's calendar day, `YYYY-MM-DD`. */
  at: string;
  today: string;
  /** Finds out what words mean. It never fails: who cannot be asked is done without. */
  understand(words: { text: string; expects: Expected | null }): Promise<Understood>;
  thresholds: UnderstandingSettings;
  /** What the person is on the portal; asked only where a command is not for everybody. */
  personFacts?(): Promise<PersonFacts>;
  /** Who and which departments words of an argument may mean; asked only for params of these kinds. */
  findPeople?: FindNamed;
  findDepartments?: FindNamed;
  /** The portal's id of the bot, by which people mention it; null or left out where it is not known. */
  botUserId?: string | null;
  /** Fetches what a person sent, before its links die. */
  keepFiles(files: readonly FileRef[]): Promise<readonly SentFile[]>;
  /** Whose workflow it would be; goes into every workflow's input. */
  origin: Readonly<Record<string, unknown>>;
  /** Unique for the event, the same when it runs again: ids of what this step makes are built from it. */
  stepId: string;
};

/** What came of a visit, to be written down with the step that decided it. */
export type DecidedOutcome = { visit: Visit; outcome: VisitOutcome; cause: string; handedTo: string | null };

export type Decision = {
  state: DialogState;
  effects: Effect[];
  /** Set when the conversation changes hands. */
  owner?: Owner;
  topic?: string;
  /** What the person's words meant; null when there were none. */
  understood: Understood | null;
  outcomes: DecidedOutcome[];
  rating: { visitId: string; rating: number } | null;
  handOver: { topic: string; cause: string; note: string; workflowId: string | null; visitId: string | null } | null;
};
