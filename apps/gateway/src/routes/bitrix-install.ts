import { readInstallEvent } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import type { AppInstalls, Portals } from "@botdeck/db";
import type { FastifyPluginAsync } from "fastify";

import type { SenderDirectory } from "../directory/sender-directory.ts";
import { readBody } from "./read-body.ts";

type Options = { directory: SenderDirectory; portals: Portals; keepInstall: AppInstalls["keep"] };

/**
 * Takes the life of an app on a portal: installed, updated, removed. An installation proves nothing by itself, so it is
 * only kept here; the worker asks the OAuth server before any of it counts.
 */
export const bitrixInstall: FastifyPluginAsync<Options> = async (app, { directory, portals, keepInstall }) => {
  app.post("/bitrix/install", async (request) => {
    const event = readInstallEvent(readBody(request), new Date());
    if (event === null)
      throw new AppError("invalid", "This address takes ONAPPINSTALL, ONAPPUPDATE and ONAPPUNINSTALL");

    if (event.kind === "app.removed") {
      const portal = await directory.prove(event.memberId, event.applicationToken);
      if (portal === null) {
        throw new AppError("unauthorized", "The event does not prove that it comes from a connected portal");
      }
      await portals.setState(portal.id, "removed", "The app was removed on the portal");
      request.log.info({ portalId: portal.id }, "app is removed");
      return { accepted: true };
    }

    await keepInstall(event.grant.memberId, event.grant);
    request.log.info({ domain: event.grant.domain }, "installation is kept and waits to be checked");
    return { accepted: true };
  });
};
