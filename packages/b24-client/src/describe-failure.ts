import type { Failure } from "./classify.ts";
import { B24Error } from "./error.ts";
import { hideSecrets } from "./hide-secrets.ts";

const MAX_DESCRIPTION_LENGTH = 300;

/** What a person can do about the refusals they can do something about. */
const HINTS: Readonly<Record<string, string>> = {
  NO_AUTH_FOUND: "Check the webhook address, or install the app again.",
  expired_token: "Install the app again.",
  invalid_grant: "Authorise the app again.",
  invalid_client: "Check the app's client id and secret.",
  insufficient_scope: "Add the missing scope to the webhook or the app.",
  ERROR_METHOD_NOT_FOUND: "The portal does not know this method: its version may be too old, or a module is off.",
  WRONG_AUTH_TYPE: "This method wants an installed app, not a webhook.",
  PAYMENT_REQUIRED: "The portal's plan must be paid.",
  OVERLOAD_LIMIT: "Bitrix24 support has blocked the portal's REST calls; write to them.",
};

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
  const hint = portalCode === null ? undefined : HINTS[portalCode];
  const message = `${opening} (${said})${hint === undefined ? "" : `. ${hint}`}`;
  return new B24Error(code, message, { method, outcome, status, portalCode, retryAfterMs });
}
