import { AppError, createBreaker } from "@botdeck/core";
import type { IntentProvider } from "@botdeck/dialog";
import { z } from "zod";

import { dialogflowCxProvider, DialogflowCxSettings } from "./dialogflow/dialogflow-cx-provider.ts";
import { dialogflowEsProvider } from "./dialogflow/dialogflow-es-provider.ts";
import { DialogflowSettings } from "./dialogflow/dialogflow-settings.ts";
import { createServiceAccountTokens } from "./dialogflow/service-account-tokens.ts";
import type { KnownIntent } from "./known-intent.ts";
import type { CostGuard } from "./openai/cost-guard.ts";
import { openAiProvider, OpenAiSettings } from "./openai/openai-provider.ts";
import { rasaProvider, RasaSettings } from "./rasa/rasa-provider.ts";
import type { Fetch } from "./service/ask-json.ts";
import { createCallService } from "./service/call-service.ts";
import type { Embed } from "./transformers/embed.ts";
import { loadEmbed } from "./transformers/load-embed.ts";
import { transformersProvider, TransformersSettings } from "./transformers/transformers-provider.ts";

/** A portal's provider of understanding, as its settings keep it. Keys, tokens and key files are its secret, kept apart. */
export const NluProviderConfig = z.discriminatedUnion("kind", [
  OpenAiSettings.extend({ kind: z.literal("openai") }),
  RasaSettings.extend({ kind: z.literal("rasa") }),
  DialogflowSettings.extend({ kind: z.literal("dialogflow_es") }),
  DialogflowCxSettings.extend({ kind: z.literal("dialogflow_cx") }),
  TransformersSettings.extend({ kind: z.literal("transformers") }),
]);
export type NluProviderConfig = z.infer<typeof NluProviderConfig>;

export type ProviderDeps = {
  /** What may be named. */
  intents: readonly KnownIntent[];
  /** Of the portal; asked by what is paid by use. */
  costGuard: CostGuard;
  fetch?: Fetch | undefined;
  now?: (() => number) | undefined;
  /** Loads sentence embeddings; by default the library and the model of the settings. */
  loadEmbedding?: (() => Promise<Embed>) | undefined;
};

/**
 * The provider of a portal's settings. Keep one for each portal: it remembers how the service has been of late, its tokens,
 * and what it has learned.
 *
 * @param secret An API key (openai), the token of the server (rasa), the key file of a service account (dialogflow).
 * @throws AppError `invalid` when the secret is missing or of another kind.
 */
export function createProvider(config: NluProviderConfig, secret: string | null, deps: ProviderDeps): IntentProvider {
  const { intents, costGuard, fetch = globalThis.fetch, now = Date.now, loadEmbedding } = deps;
  const service = serviceOf(config);
  const call = createCallService({
    service,
    timeoutMs: config.timeoutMs,
    breaker: createBreaker({ name: service, now }),
  });
  const tokens = () => createServiceAccountTokens({ keyFile: needed(secret), service, fetch, now });
  switch (config.kind) {
    case "openai":
      return openAiProvider(config, { apiKey: secret, intents, costGuard, call, fetch });
    case "rasa":
      return rasaProvider(config, { token: secret, intents, call, fetch });
    case "dialogflow_es":
      return dialogflowEsProvider(config, { tokens: tokens(), intents, call, fetch });
    case "dialogflow_cx":
      return dialogflowCxProvider(config, { tokens: tokens(), intents, call, fetch });
    case "transformers":
      return transformersProvider(config, { intents, call, load: loadEmbedding ?? (() => loadEmbed(config)) });
  }
}

/** As people read it in errors: which kind, and where; never a path or a query. */
function serviceOf(config: NluProviderConfig): string {
  switch (config.kind) {
    case "openai":
      return `The language model at ${new URL(config.baseUrl).host}`;
    case "rasa":
      return `Rasa at ${new URL(config.url).host}`;
    case "dialogflow_es":
    case "dialogflow_cx":
      return `Dialogflow (${config.projectId})`;
    case "transformers":
      return "The model of sentence embeddings";
  }
}

function needed(secret: string | null): string {
  if (secret !== null) return secret;
  throw new AppError("invalid", "Dialogflow needs the key file of a service account as its secret");
}
