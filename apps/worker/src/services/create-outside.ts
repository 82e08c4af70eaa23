import type { Outside } from "../runtime/deps.ts";
import { keepFiles, type KeepFilesDeps } from "./keep-files.ts";
import type { BotServices } from "./bot-services.ts";
import { peopleOf, type PeopleDeps } from "./people-of.ts";

/** What turns of the runtime may use of the outside. */
export function createOutside({ services, ...deps }: KeepFilesDeps & PeopleDeps & { services: BotServices }): Outside {
  return {
    servicesFor: (code, { portalId, botId, dialog, person }, conversationId) =>
      services.of(code, { portalId, botId, conversationId, dialog, person }),
    peopleOf: (event) => peopleOf(event, deps),
    keepFiles: (event, files, run, types) => keepFiles(deps, event, files, run, types),
  };
}
