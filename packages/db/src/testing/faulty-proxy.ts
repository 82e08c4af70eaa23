import { type AddressInfo, connect as dial, createServer, type Socket } from "node:net";

/**
 * What happens to a connection: it passes; it is accepted and hears nothing until the way is free again; it is reset at once; it
 * gets a FIN as soon as it says its first word.
 */
type Mode = "pass" | "mute" | "refuse" | "fin";

/** A way to a database that can fail as networks and servers do. */
export async function createFaultyProxy(url: string) {
  const database = new URL(url);
  const sockets = new Set<Socket>();
  let mode: Mode = "pass";
  let muteNext = 0;
  let connections = 0;

  function carry(from: Socket, to: Socket): void {
    from.on("data", (bytes) => to.write(bytes));
    from
      .on("error", () => {})
      .on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    sockets.add(from);
  }

  const server = createServer((socket) => {
    connections += 1;
    if (mode === "refuse") {
      socket.on("error", () => {}).resetAndDestroy();
    } else if (mode === "fin") {
      socket.on("error", () => {}).once("data", () => socket.end());
    } else if (muteNext > 0) {
      muteNext -= 1;
      sockets.add(socket.on("error", () => {}).resume());
    } else {
      const onwards = dial(Number(database.port), database.hostname);
      carry(socket, onwards);
      carry(onwards, socket);
      if (mode === "mute") for (const side of [socket, onwards]) side.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const through = new URL(url);
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`; // safe: it listens on TCP

  return {
    url: through.href,
    /** How many connections there were. */
    connections: () => connections,
    set(next: Mode): void {
      mode = next;
      for (const socket of sockets) if (mode === "mute") socket.pause();
      for (const socket of sockets) if (mode === "pass" && !socket.destroyed) socket.resume();
    },
    /** The next connections are accepted, and hear nothing for ever. */
    muteNext(count: number): void {
      muteNext = count;
    },
    /** Who is connected hears nothing any more, for ever, as when a router forgot them. */
    forget(): void {
      for (const socket of sockets) socket.removeAllListeners("data").resume();
    },
    /** Who is connected is cut. */
    cut(): void {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    async close(): Promise<void> {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
export type FaultyProxy = Awaited<ReturnType<typeof createFaultyProxy>>;
