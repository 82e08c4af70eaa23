import { AppError } from "@botdeck/core";
import type { FastifyInstance } from "fastify";

import type { Portal } from "../portal.ts";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);

/**
 * Refuses requests that name another host, while the portal lives on this machine only: a page in the person's browser
 * could otherwise have its own name lead here, and read and do everything (DNS rebinding).
 */
export function refuseForeignHosts(app: FastifyInstance, portal: Portal): void {
  app.addHook("onRequest", async (request) => {
    if (!LOOPBACK.has(new URL(portal.origin()).hostname)) return;
    if (LOOPBACK.has(request.hostname)) return;
    throw new AppError("forbidden", `The emulator is not called ${request.hostname}: use the address that it printed.`);
  });
}
