import type { B24Client } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import { INSTALLER, type Portal } from "@botdeck/db";

import { type ClientDeps, createClientWith } from "./client-with.ts";
import { createGrantStore } from "./grant-store.ts";
import { createKeptClients } from "./kept-clients.ts";
import { keepTokens } from "./keep-tokens.ts";

export type PortalClients = {
  /** @throws AppError `not_found` for a portal we do not know. */
  forPortal(portalId: string): Promise<B24Client>;
  for(portal: Portal): B24Client;
  /**
   * A client with the rights of one person, by the token that they gave the app.
   *
   * @throws AppError `unsupported` for a portal reached by a webhook, whose rights are always those of its owner.
   */
  forUser(portal: Portal, userId: string): B24Client;
};

/** REST clients of portals: the budget and the tokens are the database's, so all processes of a deployment share them. */
export function createPortalClients(deps: ClientDeps): PortalClients {
  const { portals } = deps;
  const kept = createKeptClients();

  const keptClient = (portal: Portal, userId: string): B24Client =>
    kept.find(portal, userId, () => {
      const tokens = portal.auth === "oauth" ? keepTokens(createGrantStore(portal, userId, deps)) : null;
      return createClientWith(portal, userId, tokens, deps);
    });

  return {
    for: (portal) => keptClient(portal, INSTALLER),
    forUser(portal, userId) {
      if (portal.auth === "oauth") return keptClient(portal, userId);
      const message = `${portal.domain} is connected by a webhook, which always acts as its owner: install the app for calls as a person`;
      throw new AppError("unsupported", message, { context: { portalId: portal.id } });
    },
    async forPortal(portalId) {
      const portal = await portals.byId(portalId);
      if (!portal) throw new AppError("not_found", "The portal is not connected any more", { context: { portalId } });
      return keptClient(portal, INSTALLER);
    },
  };
}
