import { z } from "zod";

import { unanswered } from "../service/ask-json.ts";
import { readAnswer } from "../service/read-answer.ts";

const Completion = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string().nullish() }), finish_reason: z.string().nullish() }))
    .min(1),
  usage: z.object({ total_tokens: z.number().nonnegative() }).nullish(),
});

/** Tolerant: a name that is not ours and a number that is no chance are dealt with by whoever ranks them. */
const Named = z.object({ intents: z.array(z.object({ intent: z.string(), confidence: z.number() })).max(50) });

export type ModelAnswer = {
  /** What it cost; null when the service does not tell. It has to be paid also when the answer means nothing. */
  tokens: number | null;
  /** @throws AppError `unreachable` when the model did not answer as it was told. */
  read(): { name: string; confidence: number }[];
};

export function readModelAnswer(service: string, answer: unknown): ModelAnswer {
  const { choices, usage } = readAnswer(service, Completion, answer);
  const [choice] = choices;
  return {
    tokens: usage?.total_tokens ?? null,
    read() {
      if (choice?.finish_reason === "length") {
        throw unanswered(service, "its answer was cut off at the most tokens allowed");
      }
      const { intents } = readAnswer(service, Named, contentOf(service, choice?.message.content ?? ""));
      return intents.map(({ intent, confidence }) => ({ name: intent, confidence }));
    },
  };
}

function contentOf(service: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    throw unanswered(service, "the model did not answer with JSON");
  }
}
