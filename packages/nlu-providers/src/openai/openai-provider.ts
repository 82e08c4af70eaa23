import { AppError } from "@botdeck/core";
import type { IntentProvider, IntentRequest } from "@botdeck/dialog";
import { z } from "zod";

import { type KnownIntent, rankedOf } from "../known-intent.ts";
import { withoutPersonalData } from "../redaction/without-personal-data.ts";
import { askJson, type Fetch } from "../service/ask-json.ts";
import type { CallService } from "../service/call-service.ts";
import { below, ServiceAddress, ServiceTimeoutMs } from "../service/service-address.ts";
import type { CostGuard } from "./cost-guard.ts";
import { answerSchema, promptOf } from "./intent-prompt.ts";
import { readModelAnswer } from "./model-answer.ts";

/** Three names with their chances take some 60. */
const MOST_ANSWER_TOKENS = 200;
/** Fewer than this of a text make a token in no language that we speak to a model; an estimate that is rather too high. */
const CHARACTERS_PER_TOKEN = 2;

export const OpenAiSettings = z.object({
  /** Up to the version: `https://llm.example/v1`. */
  baseUrl: ServiceAddress,
  model: z.string().min(1),
  /** Null for models that take none. */
  temperature: z.number().min(0).max(2).nullable().default(0),
  /** How the service calls the most tokens of an answer; newer models know the second name only. */
  answerLimit: z.enum(["max_tokens", "max_completion_tokens"]).default("max_tokens"),
  examplesPerIntent: z.number().int().min(0).max(20).default(6),
  /** Of the portal, in a day by UTC. */
  dailyRequests: z.number().int().min(0).default(2_000),
  dailyTokens: z.number().int().min(0).default(3_000_000),
  timeoutMs: ServiceTimeoutMs,
});
export type OpenAiSettings = z.infer<typeof OpenAiSettings>;

type Deps = {
  /** Null for a service that wants none. */
  apiKey: string | null;
  intents: readonly KnownIntent[];
  costGuard: CostGuard;
  call: CallService;
  fetch: Fetch;
};

type AnswerForm = "json_schema" | "json_object";

/**
 * A language model behind the interface that OpenAI made common. It sees the message without personal data and as data, and
 * can do no more than name intents of the list.
 *
 * @see OpenAI docs: Create chat completion; Structured model outputs
 */
export function openAiProvider(
  settings: OpenAiSettings,
  { apiKey, intents, costGuard, call, fetch }: Deps,
): IntentProvider {
  const { baseUrl, model, temperature, answerLimit, examplesPerIntent } = settings;
  const prompt = promptOf(intents, examplesPerIntent);
  const schema = { name: "intents", strict: true, schema: answerSchema(intents) };
  const authorization = apiKey === null ? null : `Bearer ${apiKey}`;
  const url = below(baseUrl, "chat/completions");
  const budget = { requests: settings.dailyRequests, tokens: settings.dailyTokens };
  // Learned once: what a server does not know it does not learn while we run.
  let form: AnswerForm = "json_schema";

  const ask = (message: string, wanted: AnswerForm, signal: AbortSignal) => {
    const body = {
      model,
      ...(temperature !== null && { temperature }),
      [answerLimit]: MOST_ANSWER_TOKENS,
      response_format: wanted === "json_schema" ? { type: wanted, json_schema: schema } : { type: wanted },
      messages: [
        { role: "system", content: prompt },
        { role: "user", content: message },
      ],
    };
    return askJson(fetch, { service: call.service, url, authorization, body, signal });
  };

  async function askInSomeForm(message: string, signal: AbortSignal): Promise<unknown> {
    try {
      return await ask(message, form, signal);
    } catch (error) {
      if (form === "json_object" || !(error instanceof AppError) || !mayRefuseSchema(error)) throw error;
      const answer = await ask(message, "json_object", signal);
      form = "json_object";
      return answer;
    }
  }

  return {
    name: "openai",
    async rank({ text, language, signal }: IntentRequest) {
      const message = JSON.stringify({ language, message: withoutPersonalData(text, language) });
      const estimate = Math.ceil((prompt.length + message.length) / CHARACTERS_PER_TOKEN) + MOST_ANSWER_TOKENS;
      const named = await call.run(async (within) => {
        if (!(await costGuard.take(estimate, budget))) return null;
        const { tokens, read } = readModelAnswer(call.service, await askInSomeForm(message, within));
        costGuard.correct((tokens ?? estimate) - estimate);
        return read();
      }, signal);
      // Not within the call: a budget that is spent says nothing of how the service is.
      if (named === null) throw overBudget(call.service);
      return rankedOf(named, intents);
    },
  };
}

/** Servers answer so to a form of answer that they do not know. */
function mayRefuseSchema({ code, context }: AppError): boolean {
  return code === "rejected" && (context["status"] === 400 || context["status"] === 422);
}

function overBudget(service: string): AppError {
  return new AppError(
    "rate_limited",
    `${service} is not asked any more today: the portal's budget of the day is spent`,
  );
}
