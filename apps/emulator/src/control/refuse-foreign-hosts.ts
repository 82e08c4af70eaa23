import { AppError } from "@botdeck/core";
import type { FastifyInstance } from "fastify";

const OWN_NAMES = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/**
 * Refuses requests from this machine that name another host: a page in the person's browser could otherwise have its own
 * name lead here, and read and do everything (DNS rebinding). In containers, where callers come from outside, the
 * network says who may.
 */
export function refuseForeignHosts(app: FastifyInstance): void {
  app.addHook("onRequest", async (request) => {
    if (!LOOPBACK.test(request.socket.localAddress ?? "") || OWN_NAMES.has(request.hostname)) return;
    throw new AppError("forbidden", `The emulator is not called ${request.hostname}: use the address that it printed.`);
  });
}
