import type { ErrorCode } from "@botdeck/core";

/** What a person can do about a refusal that has a code of its own. Bitrix24 docs: error-codes, settings/oauth/error-codes */
const BY_PORTAL_CODE: Readonly<Record<string, string>> = {
  NO_AUTH_FOUND: "Check the webhook address, or install the app again.",
  EXPIRED_TOKEN: "Install the app again.",
  INVALID_GRANT: "Authorise the app again.",
  INVALID_CLIENT: "Check the app's client id and secret.",
  INSUFFICIENT_SCOPE: "Add the missing scope to the webhook or the app.",
  USER_ACCESS_ERROR: "Give this person access to the app on the portal.",
  ERROR_METHOD_NOT_FOUND: "The portal does not know this method: its version may be too old, or a module is off.",
  WRONG_AUTH_TYPE: "This method wants an installed app, not a webhook.",
  PAYMENT_REQUIRED: "The portal's plan must be paid.",
  OVERLOAD_LIMIT: "Bitrix24 support has blocked the portal's REST calls; write to them.",
  PORTAL_DELETED: "The portal does not exist any more: disconnect it.",
};

const BY_CODE: Readonly<Record<ErrorCode, string>> = {
  invalid: "Correct what is named, and do it again.",
  unauthorized: "Check the webhook address, or authorise the app again.",
  forbidden: "Give the webhook, the app or the person the right that is missing.",
  not_found: "It was deleted, or this person may not see it: look on the portal.",
  conflict: "Look at what is there on the portal, and choose another name or change that.",
  rate_limited: "Nothing: it is tried again when the portal takes calls again.",
  rejected: "Read the portal's words and correct what was sent; the same call would be refused again.",
  unsupported: "Update the portal's modules, or do without.",
  unreachable:
    "Nothing at first: it is tried again. If it stays, check that the portal is up and can be reached from here.",
  invariant: "Report it: this is a fault of ours.",
};

/** The advice of a portal's code alone; null where it has none of its own. */
export function adviceOfPortalCode(portalCode: string | null): string | null {
  return portalCode === null ? null : (BY_PORTAL_CODE[portalCode.toUpperCase()] ?? null);
}

/** What a person should do about a failed call: one sentence for every failure there is. */
export function adviceFor(code: ErrorCode, portalCode: string | null): string {
  return adviceOfPortalCode(portalCode) ?? BY_CODE[code];
}
