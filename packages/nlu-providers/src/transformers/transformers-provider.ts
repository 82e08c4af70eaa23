import { AppError } from "@botdeck/core";
import type { IntentProvider } from "@botdeck/dialog";
import { z } from "zod";

import { type KnownIntent, rankedOf } from "../known-intent.ts";
import type { CallService } from "../service/call-service.ts";
import { ServiceTimeoutMs } from "../service/service-address.ts";
import type { Embed } from "./embed.ts";
import { type EmbeddedIntent, fitNearestIntents, type NearestIntents } from "./nearest-intents.ts";

/** Texts given to the model at once: some memory for each, and a message need not wait long behind them. */
const BATCH = 32;

export const TransformersSettings = z.object({
  /** On the machine of the worker: with `config.json`, the tokenizer and `onnx/`. */
  modelFolder: z.string().min(1),
  precision: z.enum(["fp32", "fp16", "q8"]).default("q8"),
  /** What the model wants before each text; models of the family E5 want `query: `. */
  prefix: z.string().max(100).default("query: "),
  timeoutMs: ServiceTimeoutMs,
});
export type TransformersSettings = z.infer<typeof TransformersSettings>;

type Deps = {
  intents: readonly KnownIntent[];
  call: CallService;
  /** Loads the model; called again after a failure. */
  load: () => Promise<Embed>;
};

/**
 * Sentence embeddings in this process: a message has the intent to whose examples it is nearest. Nothing leaves, so nothing is
 * taken out. It learns the examples at the first question; until it has, whoever asks is told so and does without.
 */
export function transformersProvider({ prefix }: TransformersSettings, { intents, call, load }: Deps): IntentProvider {
  type Learned = { embed: Embed; nearest: NearestIntents };
  let learning: Promise<Learned> | null = null;
  let learned: Learned | null = null;

  async function learn(): Promise<Learned> {
    try {
      const embed = await load();
      const known: EmbeddedIntent[] = [];
      for (const { name, examples } of intents) {
        if (examples.length > 0) known.push({ name, vectors: await embedAll(embed, examples, prefix) });
      }
      return (learned = { embed, nearest: fitNearestIntents(known) });
    } catch (error) {
      learning = null;
      throw error;
    }
  }

  return {
    name: "transformers",
    async rank({ text, signal }) {
      return call.run(async (within) => {
        learning ??= learn();
        const { embed, nearest } = learned ?? (await untilOver(learning, within));
        const [vector = []] = await embed([prefix + text]);
        return rankedOf(nearest(vector), intents);
      }, signal);
    },
  };
}

async function embedAll(embed: Embed, texts: readonly string[], prefix: string) {
  const vectors: (readonly number[])[] = [];
  for (let at = 0; at < texts.length; at += BATCH) {
    vectors.push(...(await embed(texts.slice(at, at + BATCH).map((text) => prefix + text))));
  }
  return vectors;
}

/** The learning goes on when whoever waits for it does not any more. */
async function untilOver<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  const giveUp = () =>
    reject(new AppError("unreachable", "The model of sentence embeddings is still learning its examples"));
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    return await Promise.race([work, over]);
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}
