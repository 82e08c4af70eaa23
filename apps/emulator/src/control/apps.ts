import { randomBytes } from "node:crypto";

import { AppError } from "@botdeck/core";
import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";

import { installApp, payForApp, finishInstall, uninstallApp, updateApp } from "../events/app-life.ts";
import type { Portal } from "../portal.ts";
import type { App } from "../state/model.ts";
import { nextId } from "../state/state.ts";
import { frameOf, framePage } from "./app-frame.ts";

const Address = z.url({ protocol: /^https?$/ });
const UserId = z.coerce.number().int().positive();

const InstallApp = z.object({
  name: z.string().min(1),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** "Initial install path": where life-cycle events go; for an app with pages also what opens in the frame. */
  handlerUrl: Address,
  /** Where `/oauth/authorize/` goes back to; the handler's address when it is left out. */
  redirectUrl: Address.optional(),
  scopes: z.array(z.string().min(1)),
  /** An app with pages is not installed, and hears nothing, until `finish-install`. */
  hasPages: z.boolean().default(false),
  version: z.number().int().positive().default(1),
  status: z.enum(["L", "F", "D", "T", "P", "S"]).default("L"),
  installerId: UserId.default(1),
  /** Who may use it; everybody when it is left out. */
  userIds: z.array(UserId).nullable().default(null),
});
const UpdateApp = z.object({ version: z.number().int().positive(), scopes: z.array(z.string().min(1)).optional() });
const GrantApp = z.object({ userIds: z.array(UserId).nullable() });
const UninstallApp = z.object({ clean: z.boolean().default(false) });
const PayForApp = z.object({
  status: z.enum(["L", "F", "D", "T", "P", "S"]).default("S"),
  isPaymentExpired: z.boolean().default(false),
  daysLeft: z.number().int().nullable().default(30),
});
const OpenFrame = z.object({
  as: UserId.default(1),
  placement: z.string().default("DEFAULT"),
  options: z.string().default("[]"),
});
const Named = z.object({ clientId: z.string() });

/** The life of applications, which on a portal an administrator and the marketplace make. */
export const appRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  app.get("/apps", async () => [...portal.state.apps.values()].map(appView));

  /** Repeating it for the same client_id keeps its application_token and tells the handler once more. */
  app.post("/apps", async (request) => {
    const { clientId, clientSecret, hasPages, ...input } = InstallApp.parse(request.body);
    const known = portal.state.apps.get(clientId);
    const installed: App = {
      ...input,
      id: clientId,
      number: known?.number ?? nextId(portal.state, "app"),
      secret: clientSecret,
      applicationToken: known?.applicationToken ?? randomBytes(16).toString("hex"),
      redirectUrl: input.redirectUrl ?? input.handlerUrl,
      hasPages,
      isInstalled: !hasPages || known?.isInstalled === true,
      isPaymentExpired: false,
      daysLeft: null,
    };
    installApp(portal, installed);
    return { applicationToken: installed.applicationToken, memberId: portal.state.memberId };
  });

  app.post("/apps/:clientId/finish-install", async (request) => {
    const target = readApp(portal, request.params);
    finishInstall(portal, target);
    return appView(target);
  });
  app.post("/apps/:clientId/update", async (request) => {
    const target = readApp(portal, request.params);
    updateApp(portal, target, UpdateApp.parse(request.body));
    return { ...appView(target), applicationToken: target.applicationToken };
  });
  app.put("/apps/:clientId/users", async (request) => {
    const target = readApp(portal, request.params);
    target.userIds = GrantApp.parse(request.body).userIds;
    return appView(target);
  });
  app.post("/apps/:clientId/payment", async (request) => {
    const target = readApp(portal, request.params);
    payForApp(portal, target, PayForApp.parse(request.body ?? {}));
    return appView(target);
  });
  app.post("/apps/:clientId/uninstall", async (request) => {
    const target = readApp(portal, request.params);
    uninstallApp(portal, target, UninstallApp.parse(request.body ?? {}).clean);
    return { ok: true };
  });

  /** What a portal posts into the frame when somebody opens the application: as data, or as a page that posts it. */
  app.post("/apps/:clientId/open", async (request) => {
    return frameOf(portal, readApp(portal, request.params), OpenFrame.parse(request.body ?? {}));
  });
  app.get("/apps/:clientId/frame", async (request, reply) => {
    const frame = frameOf(portal, readApp(portal, request.params), OpenFrame.parse(request.query));
    return reply.type("text/html; charset=utf-8").send(framePage(frame));
  });
};

/** @throws AppError `not_found`. */
function readApp(portal: Portal, params: unknown): App {
  const { clientId } = Named.parse(params);
  const app = portal.state.apps.get(clientId);
  if (app === undefined)
    throw new AppError("not_found", `No application "${clientId}" is installed. GET /apps lists them.`);
  return app;
}

function appView({ id, secret: _secret, applicationToken: _token, ...shown }: App): Record<string, unknown> {
  return { clientId: id, ...shown };
}
