import type { Outside } from "../runtime/deps.ts";
import { keepFiles, type KeepFilesDeps } from "./keep-files.ts";
import type { PortalServices } from "./portal-services.ts";

/** What turns of the runtime may use of the outside. */
export function createOutside({ services, ...deps }: KeepFilesDeps & { services: PortalServices }): Outside {
  return {
    servicesFor: ({ portalId, dialog, person }, conversationId) =>
      services.of({ portalId, conversationId, dialog, person }),
    keepFiles: (event, files, run) => keepFiles(deps, event, files, run),
  };
}
