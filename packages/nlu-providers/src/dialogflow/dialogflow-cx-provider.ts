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
import { DialogflowSettings, endpointOf, ResourceId } from "./dialogflow-settings.ts";
import type { AccessTokens } from "./service-account-tokens.ts";

export const DialogflowCxSettings = DialogflowSettings.extend({ agentId: ResourceId });
export type DialogflowCxSettings = z.infer<typeof DialogflowCxSettings>;

const Matched = z.object({
  matches: z
    .array(
      z.object({
        intent: z.object({ displayName: z.string().default("") }).nullish(),
        confidence: z.number().default(0),
      }),
    )
    .default([]),
});

type Deps = { tokens: AccessTokens; intents: readonly KnownIntent[]; call: CallService; fetch: Fetch };

/**
 * An agent of Dialogflow CX; its intents by their display names. Only matched, so nothing of the agent's flows is carried out;
 * it knows the intents of its start page.
 *
 * @see Dialogflow CX docs: REST v3, projects.locations.agents.sessions.matchIntent
 */
export function dialogflowCxProvider(settings: DialogflowCxSettings, { intents, ...deps }: Deps): IntentProvider {
  const { projectId, location, agentId, languageCodes, intentMap } = settings;
  const path = `v3/projects/${projectId}/locations/${location}/agents/${agentId}/sessions`;
  const agent = below(endpointOf(settings), path);
  return {
    name: "dialogflow_cx",
    async rank({ text, language, signal }) {
      const url = `${agent}/${randomUUID()}:matchIntent`;
      const question = {
        url,
        text: withoutPersonalData(text, language),
        languageCode: languageCodes[language],
        signal,
      };
      const answer = await askDialogflow(deps, "cx", question);
      const { matches } = readAnswer(deps.call.service, Matched, answer);
      const named = matches.map(({ intent, confidence }) => ({
        name: ourName(intentMap, intent?.displayName ?? ""),
        confidence,
      }));
      return rankedOf(named, intents);
    },
  };
}
