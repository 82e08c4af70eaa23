import { randomUUID } from "node:crypto";

import type { IntentProvider } from "@botdeck/dialog";
import { z } from "zod";

import { ourName } from "../intent-map.ts";
import { type KnownIntent, rankedOf } from "../known-intent.ts";
import { withoutPersonalData } from "../redaction/without-personal-data.ts";
import type { Fetch } from "../service/ask-json.ts";
import type { CallService } from "../service/call-service.ts";
import { readAnswer } from "../service/read-answer.ts";
import { below } from "../service/service-address.ts";
import { askDialogflow } from "./ask-dialogflow.ts";
import { type DialogflowSettings, endpointOf } from "./dialogflow-settings.ts";
import type { AccessTokens } from "./service-account-tokens.ts";

const Detected = z.object({
  queryResult: z.object({
    intent: z.object({ displayName: z.string().default(""), isFallback: z.boolean().default(false) }).nullish(),
    intentDetectionConfidence: z.number().default(0),
  }),
});

type Deps = { tokens: AccessTokens; intents: readonly KnownIntent[]; call: CallService; fetch: Fetch };

/**
 * An agent of Dialogflow ES; its intents by their display names. Each message is a session of its own, so the agent's contexts
 * play no part; an agent with fulfilment would carry it out.
 *
 * @see Dialogflow docs: REST v2, projects.agent.sessions.detectIntent
 */
export function dialogflowEsProvider(settings: DialogflowSettings, { intents, ...deps }: Deps): IntentProvider {
  const { projectId, location, languageCodes, intentMap } = settings;
  const place = location === "global" ? "" : `locations/${location}/`;
  const agent = below(endpointOf(settings), `v2/projects/${projectId}/${place}agent/sessions`);
  return {
    name: "dialogflow_es",
    async rank({ text, language, signal }) {
      const url = `${agent}/${randomUUID()}:detectIntent`;
      const question = {
        url,
        text: withoutPersonalData(text, language),
        languageCode: languageCodes[language],
        signal,
      };
      const answer = await askDialogflow(deps, "es", question);
      const { intent, intentDetectionConfidence: confidence } = readAnswer(
        deps.call.service,
        Detected,
        answer,
      ).queryResult;
      if (!intent || intent.isFallback) return [];
      return rankedOf([{ name: ourName(intentMap, intent.displayName), confidence }], intents);
    },
  };
}
