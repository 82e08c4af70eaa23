import type { IntentProvider } from "@botdeck/dialog";
import { z } from "zod";

import { IntentMap, ourName } from "../intent-map.ts";
import { type KnownIntent, rankedOf } from "../known-intent.ts";
import { withoutPersonalData } from "../redaction/without-personal-data.ts";
import { askJson, type Fetch } from "../service/ask-json.ts";
import type { CallService } from "../service/call-service.ts";
import { readAnswer } from "../service/read-answer.ts";
import { below, ServiceAddress, ServiceTimeoutMs } from "../service/service-address.ts";

export const RasaSettings = z.object({
  /** Where its HTTP interface is: `http://rasa.internal:5005`. */
  url: ServiceAddress,
  intentMap: IntentMap,
  timeoutMs: ServiceTimeoutMs,
});
export type RasaSettings = z.infer<typeof RasaSettings>;

const Ranked = z.object({ name: z.string().nullable(), confidence: z.number() });
const Parsed = z.object({ intent: Ranked.nullish(), intent_ranking: z.array(Ranked).nullish() });

type Deps = { token: string | null; intents: readonly KnownIntent[]; call: CallService; fetch: Fetch };

/**
 * A Rasa server with a model trained for our intents.
 *
 * @see Rasa docs: HTTP API, POST /model/parse; its `--auth-token` is taken from the query
 */
export function rasaProvider({ url, intentMap }: RasaSettings, { token, intents, call, fetch }: Deps): IntentProvider {
  const { service } = call;
  const query = token === null ? "" : `?${new URLSearchParams({ token }).toString()}`;
  const address = below(url, `model/parse${query}`);
  return {
    name: "rasa",
    async rank({ text, language, signal }) {
      const body = { text: withoutPersonalData(text, language) };
      const question = { service, url: address, authorization: null, body };
      const answer = await call.run((within) => askJson(fetch, { ...question, signal: within }), signal);
      const { intent, intent_ranking: ranking } = readAnswer(service, Parsed, answer);
      // A pipeline without a classifier that ranks names only the one.
      const named = ranking ?? (intent ? [intent] : []);
      return rankedOf(
        named.map(({ name, confidence }) => ({ name: ourName(intentMap, name ?? ""), confidence })),
        intents,
      );
    },
  };
}
