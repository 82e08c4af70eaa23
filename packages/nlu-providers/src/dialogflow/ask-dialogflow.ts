import { AppError } from "@botdeck/core";

import { askJson, type Fetch } from "../service/ask-json.ts";
import type { CallService } from "../service/call-service.ts";
import type { AccessTokens } from "./service-account-tokens.ts";

/** The most that it takes of a text. */
const MOST_CHARACTERS = 256;

type Deps = { tokens: AccessTokens; call: CallService; fetch: Fetch };
type Question = { url: string; text: string; languageCode: string; signal: AbortSignal | undefined };

/** Asks Dialogflow with a token of the account; one that it refuses is not used again. */
export function askDialogflow({ tokens, call, fetch }: Deps, form: "es" | "cx", question: Question): Promise<unknown> {
  const { url, languageCode } = question;
  const text = question.text.slice(0, MOST_CHARACTERS);
  const queryInput = form === "es" ? { text: { text, languageCode } } : { text: { text }, languageCode };
  return call.run(async (signal) => {
    const authorization = `Bearer ${await tokens.get(signal)}`;
    try {
      return await askJson(fetch, { service: call.service, url, authorization, body: { queryInput }, signal });
    } catch (error) {
      if (error instanceof AppError && error.code === "unauthorized") tokens.forget();
      throw error;
    }
  }, question.signal);
}
