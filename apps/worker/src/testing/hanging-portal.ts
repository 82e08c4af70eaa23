import { once } from "node:events";
import { createServer } from "node:net";

/** Takes connections and says nothing, as a portal does behind a dead line. */
export async function startHangingPortal() {
  const isAsked = Promise.withResolvers<void>();
  const sockets = new Set<{ destroy(): unknown }>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("data", () => isAsked.resolve());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("it listens on a port");
  return {
    url: `http://127.0.0.1:${address.port}/rest/1/hangs/`,
    asked: isAsked.promise,
    end() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
