import { AppError } from "@botdeck/core";

import type { Token } from "../token-store.ts";
import { readEnvelope } from "./read-envelope.ts";
import { flagAt, optionalTextAt, textAt, type WireMap } from "./wire.ts";

const SECONDS_OF_A_TOKEN = 3600;

/** Access to a portal, as the portal hands it over when the app is installed or updated. */
export type AppGrant = {
  memberId: string;
  domain: string;
  /** REST base, such as `https://portal/rest/`. */
  clientEndpoint: string;
  /** OAuth server's REST base; the token URL is derived from it. */
  serverEndpoint: string;
  applicationToken: string;
  /** The person who installed; null when the portal did not say. */
  userId: string | null;
  scopes: string[];
  token: Token;
};

/** A step in the life of an app on one portal. */
export type InstallEvent =
  | { kind: "app.installed"; grant: AppGrant }
  /** Brings new tokens and drops every subscription: bind again. */
  | { kind: "app.updated"; grant: AppGrant }
  /** Carries no access token. `cleanData`: the person asked to forget the data. */
  | { kind: "app.removed"; memberId: string; applicationToken: string; cleanData: boolean };

/**
 * Reads the events of an app's life. They are not proof: an installation is confirmed by calling the portal with its
 * token, a removal or update by the application token stored before.
 *
 * @returns null for any other event.
 * @throws AppError `invalid` naming the path of a required field that is missing.
 * @see Bitrix24 docs: api-reference/common/events
 */
export function readInstallEvent(body: WireMap, now: Date): InstallEvent | null {
  const { event } = readEnvelope(body);
  if (event === "ONAPPINSTALL") return { kind: "app.installed", grant: readGrant(body, now) };
  if (event === "ONAPPUPDATE") return { kind: "app.updated", grant: readGrant(body, now) };
  if (event !== "ONAPPUNINSTALL") return null;
  return {
    kind: "app.removed",
    memberId: textAt(body, "auth.member_id"),
    applicationToken: textAt(body, "auth.application_token"),
    cleanData: flagAt(body, "data.CLEAN"),
  };
}

function readGrant(body: WireMap, now: Date): AppGrant {
  const expiresIn = Number(optionalTextAt(body, "auth.expires_in") ?? SECONDS_OF_A_TOKEN);
  if (!Number.isFinite(expiresIn)) throw new AppError("invalid", "auth.expires_in of the event is not a number");
  return {
    memberId: textAt(body, "auth.member_id"),
    domain: textAt(body, "auth.domain"),
    clientEndpoint: textAt(body, "auth.client_endpoint"),
    serverEndpoint: textAt(body, "auth.server_endpoint"),
    applicationToken: textAt(body, "auth.application_token"),
    userId: optionalTextAt(body, "auth.user_id"),
    // One scope, or several split by commas or spaces, depending on where it comes from.
    scopes: (optionalTextAt(body, "auth.scope") ?? "").split(/[\s,]+/).filter((scope) => scope !== ""),
    token: {
      accessToken: textAt(body, "auth.access_token"),
      refreshToken: textAt(body, "auth.refresh_token"),
      expiresAt: new Date(now.getTime() + expiresIn * 1000),
    },
  };
}
