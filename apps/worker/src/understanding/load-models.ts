import { type AnyBot, examplesOf, keepModel, trainEmbedded } from "@botdeck/dialog";
import type { Logger } from "@botdeck/telemetry";

import { modelIn } from "./model-folder.ts";

/** Makes the bots' models before anybody writes. Training takes some seconds for thousands of phrases, so models are kept in a folder. */
export async function loadModels(definitions: readonly AnyBot[], folder: string, logger: Logger): Promise<void> {
  const train = (examples: Parameters<typeof trainEmbedded>[0]) => trainEmbedded(examples).toBytes();
  for (const { code, intents } of definitions) {
    const examples = examplesOf(intents ?? {});
    if (examples.length === 0) continue;
    keepModel(examples, await modelIn(folder, { code, examples }, { train, logger }));
  }
}
