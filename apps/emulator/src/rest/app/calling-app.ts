import type { App } from "../../state/model.ts";
import type { Call } from "../method.ts";
import { RestError } from "../rest-error.ts";

/** The application that calls. @throws RestError 403 for a webhook. */
export function callingApp({ portal, caller }: Call): App {
  const app = caller.kind === "app" ? portal.state.apps.get(caller.clientId) : undefined;
  if (app !== undefined) return app;
  const description = "Current authorization type is denied for this method Application context required";
  throw new RestError(403, "WRONG_AUTH_TYPE", description);
}
