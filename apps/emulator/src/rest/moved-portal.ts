import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

import type { FastifyInstance } from "fastify";

import type { Portal } from "../portal.ts";

/** Answers every call of `/rest` with 302 while the portal has moved and the call names another host than the new one. */
export function redirectToNewAddress(app: FastifyInstance, portal: Portal): void {
  app.addHook("onRequest", async (request, reply) => {
    const { movedTo } = portal.faults.read().portal;
    if (movedTo === null || movedTo === "auto" || !request.url.startsWith("/rest/")) return;
    if (request.host === new URL(movedTo).host) return;
    return reply.redirect(`${portal.origin()}${request.url}`, 302);
  });
}

/** Another port of the same machine that leads into the same emulator. */
export type SecondDoor = {
  /** Opens it at first use. @returns Its origin, `http://127.0.0.1:41234`. */
  open(): Promise<string>;
};

export function createSecondDoor(app: FastifyInstance, host = "127.0.0.1"): SecondDoor {
  let opened: Promise<Server> | null = null;
  app.addHook("onClose", async () => {
    const server = await opened;
    server?.closeAllConnections();
    server?.close();
  });
  return {
    async open() {
      opened ??= new Promise((resolve, reject) => {
        const server = createServer((request, response) => app.routing(request, response));
        server.once("error", reject).listen(0, host, () => resolve(server));
      });
      // safe: a server that listens on a port has an address object.
      const { port } = (await opened).address() as AddressInfo;
      return `http://${host}:${port}`;
    },
  };
}
