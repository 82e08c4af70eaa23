import { type Effect, messageOf } from "@botdeck/core";
import type { AnyBot, FlowResult, Input } from "@botdeck/dialog";

import { createTalk, type Talk, type TalkOptions, type Turned } from "./talk.ts";

type Step = () => Promise<void> | void;

/**
 * A conversation with a bot, without a network: what the person does, and what the bot must answer.
 *
 *     await conversation(storeBot, { services }).client("where is my order?").bot(/number/).client("A-1042").bot(/on its way/).run();
 *
 * Every word of the bot must be expected: `run` fails on the first difference, and on what was said unexpectedly.
 */
export function conversation(bot: AnyBot, options: TalkOptions = {}): Conversation {
  return new Conversation(bot, options);
}

class Conversation {
  readonly #talk: Talk;
  readonly #steps: Step[] = [];
  readonly #said: (Effect & { kind: "chat.send" })[] = [];
  readonly #other: Effect[] = [];
  readonly #log: string[] = [];
  #step = 0;
  #buttons: readonly string[] = [];

  constructor(bot: AnyBot, options: TalkOptions) {
    this.#talk = createTalk(bot, options);
  }

  /** The person opens the dialog. */
  joins(): this {
    return this.#input(() => ({ kind: "joined" }));
  }

  /** The person writes, perhaps with files (by name). */
  client(text: string, files: readonly string[] = []): this {
    return this.#then(() => this.#give(text, () => this.#talk.write(text, files)));
  }

  /** The person presses a button that the bot's last words offered. */
  press(button: string): this {
    return this.#then(() => {
      if (!this.#buttons.includes(button)) {
        this.#fail(`there is no button ${JSON.stringify(button)}; there are ${JSON.stringify(this.#buttons)}`);
      }
      return this.#give(`[${button}]`, () => this.#talk.write(button));
    });
  }

  /** Time passes before the next step, in milliseconds. */
  later(ms: number): this {
    return this.#then(() => this.#talk.wait(ms));
  }

  /** The person calls a slash command, or presses a command button. */
  command(name: string, params = ""): this {
    return this.#input(() => ({ kind: "command", name, params }));
  }

  /** The workflow that leads the conversation ends, with what its dialog came to. */
  workflowEnds(result: FlowResult | null = null): this {
    return this.#input(() => ({
      kind: "workflow_ended",
      workflowId: this.#talk.state.workflow?.id ?? "none",
      result,
    }));
  }

  /** The bot's next message has this text. */
  bot(expected: RegExp | string): this {
    return this.#then(() => {
      const next = this.#said.shift();
      const text = next?.text ?? null;
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
      const { owner, topic: given } = this.#talk;
      if (!owner.startsWith("queue:")) this.#fail(`expected a hand-over, but the owner is "${owner}"`);
      if (topic !== undefined && topic !== given) this.#fail(`expected topic "${topic}", got "${given}"`);
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

  /** Plays the conversation. @throws ConversationFailure at the first step that did not go as expected. */
  async run(): Promise<void> {
    for (const step of this.#steps) {
      try {
        await step();
      } catch (error) {
        if (error instanceof ConversationFailure) throw error;
        throw new ConversationFailure(`the bot failed: ${messageOf(error)}`, this.#step, this.#log, { cause: error });
      }
      this.#step += 1;
    }
    this.#expectSilence();
  }

  #then(step: Step): this {
    this.#steps.push(step);
    return this;
  }

  #input(input: () => Input): this {
    return this.#then(() => this.#give(input().kind, () => this.#talk.give(input())));
  }

  async #give(shown: string, give: () => Promise<Turned[]>): Promise<void> {
    this.#expectSilence();
    this.#log.push(`> ${shown}`);
    for (const effect of (await give()).flatMap(({ effects }) => effects)) {
      // A note for operators is no word to the person.
      if (effect.kind !== "chat.send" || effect.forOperators === true) {
        this.#other.push(effect);
        continue;
      }
      this.#buttons = labelsOf(effect);
      this.#log.push(`< ${[effect.text, ...this.#buttons.map((button) => `[${button}]`)].join(" ")}`);
      this.#said.push(effect);
    }
  }

  #expectSilence(): void {
    const [next] = this.#said;
    if (next !== undefined) this.#fail(`the bot said what nobody expected: ${JSON.stringify(next.text)}`);
  }

  #fail(reason: string): never {
    throw new ConversationFailure(reason, this.#step, this.#log);
  }
}

const labelsOf = ({ buttons = [] }: Effect & { kind: "chat.send" }): string[] => buttons.flat().map(({ text }) => text);

/** A conversation that went otherwise than expected; `step` counts what was expected and done, from 0. */
export class ConversationFailure extends Error {
  readonly reason: string;
  readonly step: number;
  readonly log: readonly string[];

  constructor(reason: string, step: number, log: readonly string[], options?: ErrorOptions) {
    super(`${reason}\n\nThe conversation so far:\n${log.join("\n")}`, options);
    this.name = "ConversationFailure";
    this.reason = reason;
    this.step = step;
    this.log = log;
  }
}
