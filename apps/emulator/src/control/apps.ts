import { randomBytes } from "node:crypto";

import { AppError } from "@botdeck/core";
import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";

import { announceInstall } from "../events/app-events.ts";
import type { Portal } from "../portal.ts";
import type { App } from "../state/model.ts";
import { nextId } from "../state/state.ts";

const InstallApp = z.object({
  name: z.string().min(1),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  handlerUrl: z.url({ protocol: /^https?$/ }),
  /** Where `/oauth/authorize/` goes back to; the handler's address when it is left out. */
  redirectUrl: z.url({ protocol: /^https?$/ }).optional(),
  scopes: z.array(z.string().min(1)),
});
const CreateWebhook = z.object({ userId: z.union([z.string(), z.number()]), scopes: z.array(z.string().min(1)) });

/** Installing applications and making inbound webhooks, which on a portal an administrator does by hand. */
export const appRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  /** Repeating it for the same client_id keeps its application_token and tells the handler once more. */
  app.post("/apps", async (request) => {
    const { clientId, clientSecret, ...input } = InstallApp.parse(request.body);
    const known = portal.state.apps.get(clientId);
    const installed: App = {
      id: clientId,
      number: known?.number ?? nextId(portal.state, "app"),
      secret: clientSecret,
      applicationToken: known?.applicationToken ?? randomBytes(16).toString("hex"),
      name: input.name,
      handlerUrl: input.handlerUrl,
      redirectUrl: input.redirectUrl ?? input.handlerUrl,
      scopes: input.scopes,
    };
    portal.state.apps.set(clientId, installed);
    announceInstall(portal, installed);
    return { applicationToken: installed.applicationToken, memberId: portal.state.memberId };
  });

  app.post("/webhooks", async (request) => {
    const input = CreateWebhook.parse(request.body);
    const userId = Number(input.userId);
    const role = portal.state.people.get(userId)?.role;
    if (role === undefined || role === "client" || role === "bot") {
      throw new AppError("not_found", `Person ${userId} has no account on the portal, so they cannot have a webhook.`);
    }
    const code = randomBytes(8).toString("hex");
    portal.state.webhooks.set(code, { id: code, userId, scopes: input.scopes });
    return { url: `${portal.origin()}/rest/${userId}/${code}/` };
  });
};
