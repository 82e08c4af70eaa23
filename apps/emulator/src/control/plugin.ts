import { AppError } from "@botdeck/core";
import type { ErrorCode } from "@botdeck/core";
import type { FastifyPluginAsync } from "fastify";
import { ZodError, prettifyError } from "zod";

import type { Portal } from "../portal.ts";
import type { SecondDoor } from "../rest/moved-portal.ts";
import { actAsRoutes } from "./act-as.ts";
import { appRoutes } from "./apps.ts";
import { chatViewRoutes } from "./chat-views.ts";
import { crmViewRoutes } from "./crm-views.ts";
import { dialogCrmRoutes } from "./dialog-crm.ts";
import { dialogRoutes } from "./dialogs.ts";
import { lineRoutes } from "./line.ts";
import { messageRoutes } from "./messages.ts";
import { notificationRoutes } from "./notifications.ts";
import { observeRoutes } from "./observe.ts";
import { peopleRoutes } from "./people.ts";
import { platformViewRoutes } from "./platform-views.ts";
import { refuseForeignHosts } from "./refuse-foreign-hosts.ts";
import { shopRoutes } from "./shop.ts";
import { streamRoutes } from "./stream.ts";
import { webhookRoutes } from "./webhooks.ts";
import { workViewRoutes } from "./work-views.ts";

/** Anything else is a fault of the emulator and answers 500. */
const STATUS: Partial<Record<ErrorCode, number>> = { invalid: 400, forbidden: 403, not_found: 404, conflict: 409 };

/** The emulator's own API: what a person does on a portal with a mouse, and what only tests want to know. */
export const controlApi: FastifyPluginAsync<{ portal: Portal; secondDoor: SecondDoor }> = async (
  app,
  { portal, secondDoor },
) => {
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof ZodError) return reply.code(400).send({ code: "invalid", message: prettifyError(error) });
    const status = error instanceof AppError ? STATUS[error.code] : undefined;
    if (error instanceof AppError && status !== undefined) {
      return reply.code(status).send({ code: error.code, message: error.message });
    }
    throw error;
  });
  refuseForeignHosts(app);
  app.addHook("onResponse", async (request) => {
    if (request.method !== "GET") portal.changed();
  });

  await app.register(peopleRoutes, { portal });
  await app.register(dialogRoutes, { portal });
  await app.register(dialogCrmRoutes, { portal });
  await app.register(messageRoutes, { portal });
  await app.register(notificationRoutes, { portal });
  await app.register(chatViewRoutes, { portal });
  await app.register(lineRoutes, { portal });
  await app.register(streamRoutes, { portal });
  await app.register(appRoutes, { portal });
  await app.register(webhookRoutes, { portal });
  await app.register(actAsRoutes, { portal });
  await app.register(crmViewRoutes, { portal });
  await app.register(workViewRoutes, { portal });
  await app.register(platformViewRoutes, { portal });
  await app.register(shopRoutes, { portal });
  await app.register(observeRoutes, { portal, secondDoor });
};
