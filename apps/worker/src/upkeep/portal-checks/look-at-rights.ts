import { type B24Client, B24Error, type CallOptions } from "@botdeck/b24-client";
import type { Portal, PortalFinding } from "@botdeck/db";
import type { AnyBot } from "@botdeck/dialog";

import { NEEDED_SCOPES } from "../../portals/connect-webhook.ts";
import { finding } from "./finding.ts";

/** The rights that a portal has given, beside those that every bot and single ones need. */
export async function lookAtScopes(
  client: B24Client,
  definitions: readonly AnyBot[],
  options: CallOptions,
): Promise<PortalFinding[]> {
  const granted = await client.call("scope", {}, options);
  const missing = NEEDED_SCOPES.filter((scope) => !granted.includes(scope));
  const lacking = definitions.flatMap(({ code, scopes = [] }) =>
    scopes.filter((scope) => !granted.includes(scope)).map((scope) => `${code}: ${scope}`),
  );
  if (missing.length > 0) return [finding("scopes", "problem", { granted, missing, lacking })];
  return [finding("scopes", lacking.length > 0 ? "warning" : "ok", { granted, missing, lacking })];
}

/**
 * Which bot API a portal has. The first one cannot keep events until they are fetched, which a webhook needs.
 *
 * @see Bitrix24 docs: imbot.v2.Revision.get
 */
export async function lookAtRevision(
  client: B24Client,
  { auth }: Pick<Portal, "auth">,
  options: CallOptions,
): Promise<PortalFinding[]> {
  try {
    const { rest } = await client.call("imbot.v2.Revision.get", {}, options);
    return [finding("revision", "ok", { api: "v2", rest })];
  } catch (error) {
    if (!(error instanceof B24Error && error.portalCode === "ERROR_METHOD_NOT_FOUND")) throw error;
    return [finding("revision", auth === "webhook" ? "problem" : "warning", { api: "v1", rest: null })];
  }
}

/** Whom we act for by default: only an administrator may read everything that an outage missed. */
export async function lookAtOwner(client: B24Client, options: CallOptions): Promise<PortalFinding[]> {
  const { ID: personId, ADMIN } = await client.call("profile", {}, options);
  return [finding("owner", ADMIN === true ? "ok" : "warning", { personId, isAdmin: ADMIN === true })];
}

/** An app that is not installed to its end gets no events. Bitrix24 docs: app.info */
export async function lookAtApp(client: B24Client, options: CallOptions): Promise<PortalFinding[]> {
  const { STATUS, INSTALLED, PAYMENT_EXPIRED } = await client.call("app.info", {}, options);
  const facts = { status: STATUS ?? "", isInstalled: INSTALLED !== false, isPaid: PAYMENT_EXPIRED !== true };
  return [finding("app", facts.isInstalled ? (facts.isPaid ? "ok" : "warning") : "problem", facts)];
}
