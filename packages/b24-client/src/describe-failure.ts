import { adviceOfPortalCode } from "./advice.ts";
import type { Failure } from "./classify.ts";
import { B24Error } from "./error.ts";
import { hideSecrets } from "./hide-secrets.ts";

const MAX_DESCRIPTION_LENGTH = 300;

/**
 * The error that a person reads: which call, the portal's code and words, and what to do if something can be done.
 *
 * @param secrets What was sent and may not be read by people: portals repeat it in their errors.
 */
export function toB24Error(method: string, status: number, failure: Failure, secrets: readonly string[]): B24Error {
  const { code, outcome, retryAfterMs } = failure;
  const portalCode = failure.portalCode === null ? null : hideSecrets(failure.portalCode, secrets);
  // Hidden before it is cut: half a secret is one, too.
  const description = hideSecrets(failure.description, secrets).slice(0, MAX_DESCRIPTION_LENGTH);
  const said = [portalCode, description].filter((part) => part !== null && part !== "").join(": ") || `HTTP ${status}`;
  const opening =
    outcome === "unknown" ? `The portal gave no clear answer to ${method}` : `The portal refused ${method}`;
  const hint = adviceOfPortalCode(portalCode);
  const message = `${opening} (${said})${hint === null ? "" : `. ${hint}`}`;
  const portalWords = description === "" ? null : description;
  return new B24Error(code, message, { method, outcome, status, portalCode, portalWords, retryAfterMs });
}
