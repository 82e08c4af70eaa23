import type { Example } from "@botdeck/dialog";
import type { Logger } from "@botdeck/telemetry";

import { trainInThread } from "./in-model-thread.ts";
import { modelIn, removeModels } from "./model-folder.ts";

/** No bot's code begins so. */
const codeOf = (code: string) => `taught.${code}`;

/**
 * Makes the models of what bots were taught, in a thread of its own, and keeps the latest of each bot in the folder. Older ones are removed:
 * they hold clients' words, which somebody may have had erased.
 */
export function createTaughtModels(folder: string, logger: Logger) {
  return {
    async makeModel({ code, examples }: { code: string; examples: readonly Example[] }) {
      const made = await modelIn(folder, { code: codeOf(code), examples }, { train: trainInThread, logger });
      await removeModels(folder, codeOf(code), examples);
      return made;
    },
    forgetModels: (code: string) => removeModels(folder, codeOf(code), null),
  };
}
