import { type AddressInfo, connect, type Socket } from "node:net";

import type { FastifyInstance } from "fastify";

/** Listens on a free port. @returns Opens a connection on which a test writes bytes as they come to its mind. */
export async function listenRaw(app: FastifyInstance) {
  await app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = app.server.address() as AddressInfo; // safe: it listens on TCP
  return { port, open: () => open(port) };
}

async function open(port: number) {
  const socket: Socket = connect(port, "127.0.0.1");
  await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  let heard = "";
  socket.on("data", (bytes) => void (heard += bytes.toString())).on("error", () => {});
  const closed = new Promise<void>((resolve) => void socket.once("close", () => resolve()));
  return {
    write: (text: string) => void (socket.destroyed || socket.write(text)),
    heard: () => heard,
    /** Statuses of all answers so far. */
    statuses: () => [...heard.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status)),
    /** Resolves when the other side has hung up. */
    closed,
    end: () => void socket.destroy(),
  };
}
