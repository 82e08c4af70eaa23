import { type Button, type Effect, messageOf } from "@botdeck/core";
import type { AnyBot, FlowResult, Input } from "@botdeck/dialog";

import { ConversationFailure } from "./conversation-failure.ts";
import { fits, type Sent, wordsOfCard } from "./sent-messages.ts";
import { createTalk, type Talk, type TalkOptions, type Turned } from "./talk.ts";
import { createTranscript } from "./transcript.ts";

export { ConversationFailure } from "./conversation-failure.ts";

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
  readonly #transcript = createTranscript();
  #step = 0;
  #last: Sent | null = null;

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

  /** Somebody else of the `people` acts from now on: in a private chat of their own, or in the same group. */
  as(personId: string): this {
    return this.#then(() => {
      this.#expectSilence();
      this.#talk.as(personId);
      this.#transcript.note(`(${personId} acts)`);
    });
  }

  /** The person presses a button: one that the last words in their dialog offered, or a command's of earlier ones. */
  press(button: string): this {
    return this.#then(() => {
      const buttons = this.#transcript.buttonsOf(this.#talk.dialogId);
      const pressed = buttons.find(({ text }) => text === button);
      if (pressed === undefined) {
        const there = JSON.stringify(buttons.map(({ text }) => text));
        this.#fail(`there is no button ${JSON.stringify(button)}; there are ${there}`);
      }
      return this.#give(`[${button}]`, () => this.#pressed(pressed));
    });
  }

  /** Time passes before the next step, in milliseconds. */
  later(ms: number): this {
    return this.#then(() => this.#talk.wait(ms));
  }

  /** The person calls a slash command: `command("vacation", "15.07–28.07")`, or as it is typed, `command("/vacation 15.07–28.07")`. */
  command(command: string, params?: string): this {
    const [, name = command, rest = ""] = /^\/(\w+)\s*(.*)$/s.exec(command) ?? [];
    const called = { kind: "command" as const, name, params: params ?? rest };
    return this.#then(() => this.#give(`/${name} ${called.params}`.trim(), () => this.#talk.give(called)));
  }

  /** Something is due that one of the bot's schedules repeats; it is done for whoever acts. */
  due(name: string, input: unknown = {}, dueAt = "2026-11-21T09:00:00Z"): this {
    return this.#input(() => ({ kind: "due", due: { scheduleId: "schedule", name, input, dueAt } }));
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
      this.#last = this.#transcript.nextSaid();
      const text = this.#last?.text ?? null;
      if (!fits(text, expected)) {
        this.#fail(`expected the bot to say ${String(expected)}, but it said ${JSON.stringify(text)}`);
      }
    });
  }

  /** The bot has told somebody else: the next message to that dialog, such as a person's id, has this text. */
  tells(dialogId: string, expected: RegExp | string): this {
    return this.#then(() => {
      this.#last = this.#transcript.nextTold(dialogId);
      const text = this.#last?.text ?? null;
      if (!fits(text, expected)) {
        this.#fail(`expected the bot to tell ${dialogId} ${String(expected)}, but it told ${JSON.stringify(text)}`);
      }
    });
  }

  /** Below the message that was expected last stands a card of these words; each of its parts is a line, as `name: value`. */
  card(expected: RegExp | string): this {
    return this.#then(() => {
      const words = wordsOfCard(this.#last?.card);
      if (!fits(words, expected))
        this.#fail(`expected the card ${String(expected)}, but it is ${JSON.stringify(words)}`);
    });
  }

  /** Under the message that was expected last stand exactly these buttons. */
  buttons(...labels: readonly string[]): this {
    return this.#then(() => {
      const there = (this.#last?.buttons ?? []).flat().map(({ text }) => text);
      if (JSON.stringify(there) !== JSON.stringify(labels)) {
        this.#fail(`expected the buttons ${JSON.stringify(labels)}, but there are ${JSON.stringify(there)}`);
      }
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
      const next = this.#transcript.nextOther();
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
        throw new ConversationFailure(`the bot failed: ${messageOf(error)}`, this.#step, this.#transcript.log, {
          cause: error,
        });
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
    this.#transcript.note(`> ${shown}`);
    const here = this.#talk.dialogId;
    const turned = await give();
    this.#transcript.take(
      turned.flatMap(({ effects }) => effects),
      here,
    );
  }

  async #pressed(button: Button): Promise<Turned[]> {
    if (button.kind === "say") return await this.#talk.write(button.say ?? button.text);
    if (button.kind !== "command")
      this.#fail(`the button "${button.text}" tells the bot nothing: it is a ${button.kind}`);
    return await this.#talk.give({ kind: "command", name: button.command, params: button.params });
  }

  #expectSilence(): void {
    const next = this.#transcript.unexpected();
    if (next !== null) this.#fail(`the bot said what nobody expected: ${JSON.stringify(next.text)}`);
  }

  #fail(reason: string): never {
    throw new ConversationFailure(reason, this.#step, this.#transcript.log);
  }
}
