import { randomBytes } from "node:crypto";

import { AppError } from "@botdeck/core";
import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";

import type { Portal } from "../portal.ts";
import { nextId } from "../state/state.ts";

const CreateWebhook = z.object({
  userId: z.union([z.string(), z.number()]),
  scopes: z.array(z.string().min(1)),
  /** Webhooks may end by themselves, in seconds from now. */
  livesS: z.number().positive().optional(),
});
const CreateOutgoing = z.object({
  url: z.url({ protocol: /^https?$/ }),
  /** Names of events, in any case. */
  events: z.array(z.string().min(1)).min(1),
});
const Coded = z.object({ code: z.string() });
const Numbered = z.object({ id: z.coerce.number() });

/** Webhooks in both directions, which on a portal an administrator makes by hand. */
export const webhookRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  app.post("/webhooks", async (request) => {
    const { scopes, livesS, userId: user } = CreateWebhook.parse(request.body);
    const userId = Number(user);
    const role = portal.state.people.get(userId)?.role;
    if (role === undefined || role === "client" || role === "bot") {
      throw new AppError("not_found", `Person ${userId} has no account on the portal, so they cannot have a webhook.`);
    }
    const code = randomBytes(8).toString("hex");
    const expiresAt = livesS === undefined ? null : portal.now().getTime() + livesS * 1000;
    portal.state.webhooks.set(code, { id: code, userId, scopes, expiresAt });
    return { url: `${portal.origin()}/rest/${userId}/${code}/` };
  });
  /** What its owner does by hand: the address is dead from now on. */
  app.delete("/webhooks/:code", async (request) => {
    if (!portal.state.webhooks.delete(Coded.parse(request.params).code)) {
      throw new AppError("not_found", "There is no webhook with this code.");
    }
    return { ok: true };
  });

  app.post("/outgoing-webhooks", async (request) => {
    const { url, events } = CreateOutgoing.parse(request.body);
    const id = nextId(portal.state, "outgoingWebhook");
    const applicationToken = randomBytes(16).toString("hex");
    const names = events.map((event) => event.toUpperCase());
    portal.state.outgoingWebhooks.set(id, { id, url, events: names, applicationToken });
    return { id, applicationToken };
  });
  app.delete("/outgoing-webhooks/:id", async (request) => {
    if (!portal.state.outgoingWebhooks.delete(Numbered.parse(request.params).id)) {
      throw new AppError("not_found", "There is no outgoing webhook with this number.");
    }
    return { ok: true };
  });
};
