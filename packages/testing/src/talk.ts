import type { Effect, FileRef, Owner } from "@botdeck/core";
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
import { type Around, aroundPerson, BOT_USER_ID } from "./talk-people.ts";

export type TalkOptions = Around & {
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
  /** Where whoever speaks now talks with the bot. */
  readonly dialogId: string;
  /** Somebody else speaks from now on: in a private chat of their own, or in the same group. */
  as(personId: string): void;
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

/** What is known of one conversation: each private chat is one. */
type Kept = { state: DialogState; owner: Owner; topic: string | undefined; language: Language | null };

/** Begins a conversation in which nobody has said a word. */
export function createTalk(bot: AnyBot, options: TalkOptions = {}): Talk {
  const { understand = createUnderstanding({ intents: bot.intents ?? {} }), problemOf = problemByName } = options;
  const around: Around = { dialog: bot.kind === "client" ? "open_line" : "private", ...options };
  const settings: unknown = bot.settings?.parse(options.settings ?? {}) ?? {};
  const leader = createLeader(bot, options.flows ?? {});
  const conversations = new Map<string, Kept>();
  let speaker: string | null = null;
  let nowMs = Date.parse(options.at ?? AT);
  let steps = 0;

  const dialogId = () => aroundPerson(around, speaker).dialog.id;

  function here(): Kept {
    const kept = conversations.get(dialogId());
    if (kept !== undefined) return kept;
    const begun: Kept = { state: INITIAL_STATE, owner: "bot", topic: undefined, language: options.language ?? null };
    conversations.set(dialogId(), begun);
    return begun;
  }

  function surroundings(): Surroundings {
    const spoken = here().language ?? "en";
    const at = new Date(nowMs).toISOString();
    const { today, thresholds } = heedSettings(settings, at);
    return {
      ...aroundPerson(around, speaker),
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
    const conversation = here();
    const decision = await respond(bot, conversation.state, input, surroundings());
    conversation.state = decision.state;
    conversation.owner = decision.owner ?? conversation.owner;
    conversation.topic = decision.topic ?? conversation.topic;
    const turned: Turned[] = [{ effects: decision.effects, decision }];
    for await (const led of leader.follow(decision, surroundings())) {
      turned.push(...("effect" in led ? [{ effects: [led.effect], decision: null }] : await step(led.input)));
    }
    return turned;
  }

  async function give(input: Input): Promise<Turned[]> {
    nowMs += BETWEEN_MESSAGES_MS;
    // As in production: whoever else owns the conversation answers, until the bot is put back into the chat.
    if (input.kind === "joined") here().owner = "bot";
    return here().owner === "bot" ? await step(input) : [];
  }

  return {
    get state() {
      return here().state;
    },
    get owner() {
      return here().owner;
    },
    get topic() {
      return here().topic;
    },
    get dialogId() {
      return dialogId();
    },
    as(personId) {
      speaker = personId;
    },
    give,
    write(text, files = []) {
      const conversation = here();
      conversation.language = chooseLanguage(text, conversation.language, null);
      const refs = files.map((name): FileRef => ({ id: name, name, sizeBytes: null }));
      // In a group the bot hears only what mentions it.
      const written = around.dialog === "group" ? `[USER=${BOT_USER_ID}]Bot[/USER] ${text}` : text;
      return give({ kind: "message", messageId: String(steps), text: written.trim(), files: refs });
    },
    wait(ms) {
      nowMs += ms;
    },
    giveBack() {
      here().owner = "bot";
    },
  };
}

const problemByName = (name: string) => (/\.(?:jpe?g|png)$/i.test(name) ? null : "not_image");

function kept({ id, name }: FileRef, problemOf: (name: string) => SentFile["problem"]): SentFile {
  const problem = problemOf(name ?? "");
  return { id, name, keptId: problem === null ? `kept-${id}` : null, problem };
}
