import { REQUEST_LIMIT } from "@botdeck/core";
import { PORTAL_RIGHTS, PORTAL_STATE, PortalDesk } from "@botdeck/db";
import { z } from "zod";

export const PortalById = z.object({ portalId: z.uuid() });

export const PagePortals = z.object({
  /** The last one of the page before. */
  cursor: z.object({ domain: z.string(), id: z.uuid() }).nullish(),
});

export const ConnectPortal = z.object({
  /** The inbound webhook's address as the portal shows it. It is a password, and never comes back. */
  url: z.string().trim().max(2_000),
});

/** `seen` is the state that the page showed: nobody ends what somebody else has begun meanwhile. */
export const RetryPortal = PortalById.extend({ seen: z.enum(PORTAL_STATE) });

export const DisconnectPortal = RetryPortal.extend({ reason: z.string().trim().min(1).max(500) });

/** What is set about a portal comes with what it takes the place of, as the page showed it. */

export const SetDesk = PortalById.extend({ desk: PortalDesk, before: PortalDesk });

export const SetRequestLimit = PortalById.extend({
  requestLimit: z.enum(REQUEST_LIMIT),
  before: z.enum(REQUEST_LIMIT),
});

export const SetRights = PortalById.extend({
  rights: z.enum(PORTAL_RIGHTS),
  before: z.enum(PORTAL_RIGHTS),
  reason: z.string().trim().max(500),
});

const Secret = z.string().min(1).max(5_000);

export const PutOrders = PortalById.extend({
  kind: z.enum(["sale", "json", "odata"]),
  /** Left empty for the portal's own shop. */
  url: z.string().trim().max(2_000),
  login: z.string().trim().max(200),
  /** A password or token; null leaves the one that is there. It never comes back. */
  secret: Secret.nullable(),
  /** When what it takes the place of was set; null for none. */
  seen: z.string().nullable(),
});
