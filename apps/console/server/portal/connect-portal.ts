import { isPrivateHost, parseWebhookUrl } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import {
  type Actor,
  askAboutPortal,
  changePortal,
  createPortals,
  type DatabaseHandle,
  lockPortal,
  noteActs,
  type SecretBox,
} from "@botdeck/db";
import type { z } from "zod";

import { checkSeenState, tellOfPortals } from "./change-portal.ts";
import type { RetryPortal } from "./schemas.ts";

type Db = DatabaseHandle["db"];
/** For the worker to connect it, also after somebody disconnected it here. */
const WAITS = { state: "pending", stateReason: null, isLeft: false } as const;
export type ConnectResult = { kind: "asked"; portalId: string } | { kind: "refused"; reason: WebhookFault };

/** What an address that somebody pasted may lack. */
export type WebhookFault =
  | "empty"
  | "no_url"
  | "private"
  | "not_safe"
  | "has_login"
  | "rest_api"
  | "no_webhook"
  | "no_code";

/**
 * Keeps a portal with the sealed address of its inbound webhook; the worker checks it and registers the bots. The same address again
 * is the same portal, also after it was disconnected.
 *
 * @param given.takesPrivate Whether portals on this machine and in private networks are taken too. Where a name leads is looked at by
 *   the worker.
 * @throws AppError `unsupported` where the console has no key to seal with.
 */
export async function connectPortal(
  db: Db,
  { url, box, takesPrivate }: { url: string; box: SecretBox | null; takesPrivate: boolean },
  actor: Actor,
): Promise<ConnectResult> {
  if (box === null) throw new AppError("unsupported", "The console has no key to seal the address with.");
  const parsed = parseWebhookUrl(url, { takesPrivate });
  if (!parsed.ok) return { kind: "refused", reason: faultOf(url, takesPrivate) };
  const portalId = await db.transaction(async (tx) => {
    const { id } = await createPortals(tx, box).keepWebhook({ domain: parsed.domain, url: parsed.url });
    const { state } = await lockPortal(tx, id);
    // What works stays connected while it is looked at anew.
    if (state !== "active" && state !== "reauth") await changePortal(tx, id, WAITS);
    await askAboutPortal(tx, id);
    const detail = { domain: parsed.domain, by: "webhook", before: state };
    await noteActs(tx, actor, [{ action: "portal.connect", subjectId: id, detail }]);
    return id;
  });
  await tellOfPortals(db);
  return { kind: "asked", portalId };
}

/** Has the worker try once more to connect a portal. @throws AppError `conflict` for one that does not wait for it, or not as it was seen. */
export async function retryPortal(
  db: Db,
  { portalId, seen }: z.infer<typeof RetryPortal>,
  actor: Actor,
): Promise<void> {
  await db.transaction(async (tx) => {
    const portal = await lockPortal(tx, portalId);
    if (portal.auth !== "webhook" || (portal.state !== "pending" && portal.state !== "removed")) {
      throw new AppError("conflict", "This portal does not wait to be connected.");
    }
    checkSeenState(portal, seen);
    await changePortal(tx, portalId, WAITS);
    await askAboutPortal(tx, portalId);
    const detail = { domain: portal.domain, by: "webhook", before: portal.state };
    await noteActs(tx, actor, [{ action: "portal.connect", subjectId: portalId, detail }]);
  });
  await tellOfPortals(db);
}

/** As the page words it; `parseWebhookUrl` says the same in English. */
function faultOf(text: string, takesPrivate: boolean): WebhookFault {
  const trimmed = text.trim();
  if (trimmed === "") return "empty";
  if (!URL.canParse(trimmed)) return "no_url";
  const { protocol, hostname, username, password, pathname } = new URL(trimmed);
  if (!takesPrivate && isPrivateHost(hostname)) return "private";
  if (protocol !== "https:") return "not_safe";
  if (username !== "" || password !== "") return "has_login";
  if (pathname.startsWith("/rest/api/")) return "rest_api";
  return pathname.startsWith("/rest/") ? "no_code" : "no_webhook";
}
