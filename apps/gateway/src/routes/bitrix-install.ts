import { readInstallEvent } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import { type AppInstalls, digestOf, type Removal } from "@botdeck/db";
import type { FastifyPluginAsync } from "fastify";

import type { SenderDirectory } from "../directory/sender-directory.ts";
import { readBody } from "./read-body.ts";

type Options = {
  directory: SenderDirectory;
  keepInstall: AppInstalls["keep"];
  keepRemoval: (removal: Removal) => Promise<void>;
};

/**
 * Takes the life of an app on a portal: installed, updated, removed. An installation proves nothing by itself, so it is
 * only kept here; the worker asks the OAuth server before any of it counts.
 */
export const bitrixInstall: FastifyPluginAsync<Options> = async (app, { directory, keepInstall, keepRemoval }) => {
  app.post("/bitrix/install", async (request) => {
    const event = readInstallEvent(readBody(request).map, new Date());
    if (event === null)
      throw new AppError("invalid", "This address takes ONAPPINSTALL, ONAPPUPDATE and ONAPPUNINSTALL");

    if (event.kind === "app.removed") {
      const portal = await directory.prove(event.memberId, event.applicationToken);
      if (portal === null) {
        throw new AppError("unauthorized", "The event does not prove that it comes from a connected portal");
      }
      await keepRemoval({ portalId: portal.id, tokenDigest: digestOf(event.applicationToken) });
      request.log.info({ portalId: portal.id }, "that the app was removed is kept");
      return { accepted: true };
    }

    await keepInstall(event.grant.memberId, event.grant);
    request.log.info({ domain: event.grant.domain }, "installation is kept and waits to be checked");
    return { accepted: true };
  });
};
