import type { Dialog, Effect, FileRef, Owner, Person } from "@botdeck/core";
import {
  type AnyBot,
  chooseLanguage,
  createUnderstanding,
  type Decision,
  type DialogState,
  heedSettings,
  INITIAL_STATE,
  type Input,
  type Language,
  respond,
  type SentFile,
  type Surroundings,
  type Understood,
  type Words,
} from "@botdeck/dialog";

import { createLeader, type Flows } from "./talk-flow.ts";

export type TalkOptions = {
  services?: unknown;
  settings?: Record<string, unknown>;
  language?: Language;
  /** When it all happens, ISO 8601; each message is one second later than the one before. */
  at?: string;
  /** Dialogs of workflows that are led here, in place of Temporal; a workflow of another kind stays an effect. */
  flows?: Flows;
  /** What words mean, for a test that is about something else; by the bot's own rules and examples when left out. */
  understand?: (words: Words) => Promise<Understood>;
  /** What is wrong with a file of this name; when left out, those are pictures whose names say so. */
  problemOf?: (name: string) => SentFile["problem"];
};

/** What came of one step; `decision` is null for what a workflow said by itself. */
export type Turned = { effects: readonly Effect[]; decision: Decision | null };

/** A conversation with a bot, without a network, a database or Temporal: what the person does goes in, what it leads to comes out. */
export type Talk = {
  readonly state: DialogState;
  readonly owner: Owner;
  readonly topic: string | undefined;
  /** Empty when somebody else owns the conversation: then the bot is not asked. */
  give(input: Input): Promise<Turned[]>;
  /** The person writes, perhaps with files (by name). */
  write(text: string, files?: readonly string[]): Promise<Turned[]>;
  /** Time passes, in milliseconds. */
  wait(ms: number): void;
  /** Operators give the conversation back. */
  giveBack(): void;
};

const AT = "2026-11-21T09:00:00Z";
const BETWEEN_MESSAGES_MS = 1_000;

/** Begins a conversation in which nobody has said a word. */
export function createTalk(bot: AnyBot, options: TalkOptions = {}): Talk {
  const { understand = createUnderstanding({ intents: bot.intents ?? {} }), problemOf = problemByName } = options;
  const settings: unknown = bot.settings?.parse(options.settings ?? {}) ?? {};
  const leader = createLeader(bot, options.flows ?? {});
  let state = INITIAL_STATE;
  let owner: Owner = "bot";
  let topic: string | undefined;
  let language: Language | null = options.language ?? null;
  let nowMs = Date.parse(options.at ?? AT);
  let steps = 0;

  function surroundings(): Surroundings {
    const spoken = language ?? "en";
    const at = new Date(nowMs).toISOString();
    const { today, thresholds } = heedSettings(settings, at);
    return {
      person: PERSON,
      dialog: DIALOG,
      language: spoken,
      settings,
      services: options.services ?? {},
      at,
      today,
      understand: (words) => understand({ ...words, language: spoken, today }),
      thresholds,
      keepFiles: async (files) => files.map((file) => kept(file, problemOf)),
      origin: { portalId: "portal" },
      stepId: `step-${steps}`,
    };
  }

  async function step(input: Input): Promise<Turned[]> {
    steps += 1;
    const decision = await respond(bot, state, input, surroundings());
    ({ state } = decision);
    owner = decision.owner ?? owner;
    topic = decision.topic ?? topic;
    const turned: Turned[] = [{ effects: decision.effects, decision }];
    for await (const led of leader.follow(decision, surroundings())) {
      turned.push(...("effect" in led ? [{ effects: [led.effect], decision: null }] : await step(led.input)));
    }
    return turned;
  }

  async function give(input: Input): Promise<Turned[]> {
    nowMs += BETWEEN_MESSAGES_MS;
    // As in production: whoever else owns the conversation answers, until the bot is put back into the chat.
    if (input.kind === "joined") owner = "bot";
    return owner === "bot" ? await step(input) : [];
  }

  return {
    get state() {
      return state;
    },
    get owner() {
      return owner;
    },
    get topic() {
      return topic;
    },
    give,
    write(text, files = []) {
      language = chooseLanguage(text, language, null);
      const refs = files.map((name): FileRef => ({ id: name, name, sizeBytes: null }));
      return give({ kind: "message", messageId: String(steps), text: text.trim(), files: refs });
    },
    wait(ms) {
      nowMs += ms;
    },
    giveBack() {
      owner = "bot";
    },
  };
}

const problemByName = (name: string) => (/\.(?:jpe?g|png)$/i.test(name) ? null : "not_image");

function kept({ id, name }: FileRef, problemOf: (name: string) => SentFile["problem"]): SentFile {
  const problem = problemOf(name ?? "");
  return { id, name, keptId: problem === null ? `kept-${id}` : null, problem };
}

const PERSON: Person = { id: "101", name: "A client", kind: "client" };
const DIALOG: Dialog = {
  id: "chat1",
  chatId: "1",
  type: "open_line",
  title: "Open line",
  entityId: "whatsapp|1|1|101",
};
