import { type Dialog, type Effect, type FileRef, type Owner, type Person } from "@botdeck/core";
import {
  type AnyBot,
  chooseLanguage,
  createUnderstanding,
  type DialogState,
  type FlowResult,
  INITIAL_STATE,
  type Input,
  type Language,
  respond,
  UNDERSTANDING_DEFAULTS,
} from "@botdeck/dialog";

type Options = {
  services?: unknown;
  settings?: Record<string, unknown>;
  language?: Language;
  /** When it all happens, ISO 8601; each message is one second later than the one before. */
  at?: string;
};

const AT = "2026-11-21T09:00:00Z";

type Step = () => Promise<void> | void;

/**
 * A conversation with a bot, without a network: what the person does, and what the bot must answer.
 *
 *     await conversation(storeBot, { services }).client("where is my order?").bot(/number/).client("A-1042").bot(/on its way/).run();
 *
 * Every word of the bot must be expected: `run` fails on the first difference, and on what was said unexpectedly.
 */
export function conversation(bot: AnyBot, options: Options = {}): Conversation {
  return new Conversation(bot, options);
}

class Conversation {
  readonly #bot: AnyBot;
  readonly #options: Options;
  readonly #steps: Step[] = [];
  readonly #said: Effect[] = [];
  readonly #other: Effect[] = [];
  readonly #log: string[] = [];
  #state: DialogState = INITIAL_STATE;
  #owner: Owner = "bot";
  #language: Language | null;
  #count = 0;

  constructor(bot: AnyBot, options: Options) {
    this.#bot = bot;
    this.#options = options;
    this.#language = options.language ?? null;
  }

  /** The person opens the dialog. */
  joins(): this {
    return this.#then(() => this.#give({ kind: "joined" }));
  }

  /** The person writes, perhaps with files (by name). */
  client(text: string, files: readonly string[] = []): this {
    const refs = files.map((name): FileRef => ({ id: name, name, sizeBytes: null }));
    return this.#then(() => {
      this.#language = chooseLanguage(text, this.#language, null);
      return this.#give({ kind: "message", messageId: String(this.#count), text, files: refs });
    });
  }

  /** The person calls a slash command, or presses a command button. */
  command(name: string, params = ""): this {
    return this.#then(() => this.#give({ kind: "command", name, params }));
  }

  /** The workflow that leads the conversation ends, with what its dialog came to. */
  workflowEnds(result: FlowResult | null = null): this {
    return this.#then(() => this.#give({ kind: "workflow_ended", workflowId: this.#state.workflow?.id ?? "none", result }));
  }

  /** The bot's next message has this text. */
  bot(expected: RegExp | string): this {
    return this.#then(() => {
      const next = this.#said.shift();
      const text = next?.kind === "chat.send" ? next.text : null;
      const fits = text !== null && (typeof expected === "string" ? text === expected : expected.test(text));
      if (!fits) this.#fail(`expected the bot to say ${String(expected)}, but it said ${JSON.stringify(text)}`);
    });
  }

  /** The bot says nothing more. */
  silence(): this {
    return this.#then(() => this.#expectSilence());
  }

  /** The conversation went to an operator, with this topic. */
  handedOver(topic?: string): this {
    return this.#then(() => {
      if (!this.#owner.startsWith("queue:")) this.#fail(`expected a hand-over, but the owner is "${this.#owner}"`);
      if (topic !== undefined && topic !== this.#topic) this.#fail(`expected topic "${topic}", got "${this.#topic}"`);
    });
  }

  /** An effect of this kind was made, apart from what was said; its other fields hold at least these values. */
  effect(kind: Effect["kind"], fields: Record<string, unknown> = {}): this {
    return this.#then(() => {
      const next = this.#other.shift() as (Effect & Record<string, unknown>) | undefined;
      const differs = Object.entries(fields).some(
        ([key, value]) => JSON.stringify(next?.[key]) !== JSON.stringify(value),
      );
      if (next?.kind !== kind || differs) {
        this.#fail(
          `expected the effect ${kind} ${JSON.stringify(fields)}, but there was ${JSON.stringify(next ?? null)}`,
        );
      }
    });
  }

  /** Plays the conversation. */
  async run(): Promise<void> {
    for (const step of this.#steps) await step();
    this.#expectSilence();
  }

  #topic: string | undefined;

  #then(step: Step): this {
    this.#steps.push(step);
    return this;
  }

  async #give(input: Input): Promise<void> {
    this.#expectSilence();
    this.#count += 1;
    this.#log.push(`> ${input.kind === "message" ? input.text : input.kind}`);
    // As in production: whoever else owns the conversation answers, until the bot is put back into the chat.
    if (input.kind === "joined") this.#owner = "bot";
    if (this.#owner !== "bot") return;
    const language = this.#language ?? "en";
    const at = new Date(Date.parse(this.#options.at ?? AT) + this.#count * 1000).toISOString();
    const today = at.slice(0, 10);
    const understand = createUnderstanding({ intents: this.#bot.intents ?? {} });
    const decision = await respond(this.#bot, this.#state, input, {
      person: PERSON,
      dialog: DIALOG,
      language,
      settings: this.#bot.settings?.parse(this.#options.settings ?? {}) ?? {},
      services: this.#options.services ?? {},
      at,
      today,
      understand: (words) => understand({ ...words, language, today }),
      thresholds: UNDERSTANDING_DEFAULTS,
      // A file whose name says that it is no picture is found to be none.
      keepFiles: async (files) =>
        files.map(({ id, name }) => {
          const isPicture = /\.(?:jpe?g|png)$/i.test(name ?? "");
          return { id, name, keptId: isPicture ? `kept-${id}` : null, problem: isPicture ? null : "not_image" };
        }),
      origin: { portalId: "portal" },
      stepId: `step-${this.#count}`,
    });
    this.#state = decision.state;
    this.#owner = decision.owner ?? this.#owner;
    this.#topic = decision.topic ?? this.#topic;
    for (const effect of decision.effects) {
      // A note for operators is no word to the person.
      const isSaid = effect.kind === "chat.send" && effect.forOperators !== true;
      if (isSaid) this.#log.push(`< ${effect.text}`);
      (isSaid ? this.#said : this.#other).push(effect);
    }
  }

  #expectSilence(): void {
    const [next] = this.#said;
    if (next?.kind === "chat.send") this.#fail(`the bot said what nobody expected: ${JSON.stringify(next.text)}`);
  }

  #fail(reason: string): never {
    throw new Error(`${reason}\n\nThe conversation so far:\n${this.#log.join("\n")}`);
  }
}

const PERSON: Person = { id: "101", name: "A client", kind: "client" };
const DIALOG: Dialog = {
  id: "chat1",
  chatId: "1",
  type: "open_line",
  title: "Open line",
  entityId: "livechat|1|1|101",
};
