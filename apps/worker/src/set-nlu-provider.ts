import { createNluProviders } from "@botdeck/db";

import { checkNluProvider } from "./portal-settings/check-nlu-provider.ts";
import { runSettingsCommand } from "./portal-settings/run-settings-command.ts";

const HELP = `node apps/worker/src/set-nlu-provider.ts --portal <domain or id> --config <file> [--secret stdin|env:<NAME>]
node apps/worker/src/set-nlu-provider.ts --portal <domain or id> --show | --remove

Says who is asked what a client's words mean, where the bot's own examples leave it open. The file has the settings as JSON:

  {"kind": "openai", "baseUrl": "https://llm.example/v1", "model": "small", "dailyRequests": 2000, "dailyTokens": 3000000}
  {"kind": "rasa", "url": "http://rasa.internal:5005", "intentMap": {"ask_return": "return"}}
  {"kind": "dialogflow_es", "projectId": "shop-1"}
  {"kind": "dialogflow_cx", "projectId": "shop-1", "location": "europe-west1", "agentId": "…"}
  {"kind": "transformers", "modelFolder": "/var/lib/botdeck/multilingual-e5-small"}

The secret is the API key (openai), the token (rasa) or the key file of a service account (dialogflow); it is kept sealed.
Running workers follow at once. docs/operations.md, Understanding by a provider, says what leaves.`;

// Run as a program: sets, shows or removes a portal's provider of understanding.
await runSettingsCommand(
  {
    name: "set-nlu-provider",
    help: HELP,
    thing: "provider of understanding",
    entity: "nluProvider",
    storeIn: createNluProviders,
    check: checkNluProvider,
  },
  process.env,
);
