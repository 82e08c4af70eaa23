import type { B24Client } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import { INSTALLER, type Portal } from "@botdeck/db";

import { type ClientDeps, createClientWith } from "./client-with.ts";
import { createKeptClients } from "./kept-clients.ts";
import { keepTokens } from "./keep-tokens.ts";
import { createPersonStore, type PersonStoreDeps } from "./person-store.ts";
import type { PortalClients } from "./portal-clients.ts";

/** A turn of a bot takes less, in milliseconds. */
const A_TURN_MS = 10_000;

/** Whose rights a client has: of the person, by their event's token or by their grant; or of the webhook's owner, whoever asks. */
export type ActingFor = { client: B24Client; by: "event" | "grant" | "owner" };

/**
 * A client with the rights of one person.
 *
 * @param userId Portal user id, from the portal's own word of who acts; never from what somebody wrote.
 * @param options.atLeastMs How long the work may take: an event's token that ends before is enough only with a grant behind it.
 * @throws GrantNeeded when the person has to give permission first. So do the client's calls, as the cause of an error:
 * see `grantNeededOf`.
 * @throws AppError `unsupported` for a portal reached by a webhook, unless its owner's rights were chosen for all.
 */
export type ActAs = (portal: Portal, userId: string, options?: { atLeastMs?: number }) => Promise<ActingFor>;

type Deps = ClientDeps & PersonStoreDeps & { clients: Pick<PortalClients, "for"> };

/** Acts for people, each with their own token: there is a client for each of them, and calls of two never share a batch. */
export function createActAs(deps: Deps): ActAs {
  const kept = createKeptClients();

  return async (portal, userId, { atLeastMs = A_TURN_MS } = {}) => {
    if (!/^[1-9]\d*$/.test(userId)) {
      throw new AppError("invariant", "Only a person of the portal can be acted for", { context: { userId } });
    }
    if (portal.auth === "webhook") return { client: ownerClient(portal, deps.clients), by: "owner" };
    const store = createPersonStore(portal, userId, deps);
    const by = await store.source(atLeastMs);
    // Of the two, only the installer's grant is always there to prove where a portal has moved.
    const client = kept.find(portal, userId, () =>
      createClientWith(portal, INSTALLER, keepTokens(store, deps.now), deps),
    );
    return { client, by };
  };
}

function ownerClient(portal: Portal, clients: Pick<PortalClients, "for">): B24Client {
  if (portal.rights === "owner") return clients.for(portal);
  const message = `${portal.domain} is connected by a webhook, which knows its owner's rights alone: install the app, or let everybody have these with set-rights`;
  throw new AppError("unsupported", message, { context: { portalId: portal.id } });
}
