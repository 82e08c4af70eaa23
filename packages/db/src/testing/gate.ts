import { type AddressInfo, connect as dial, createServer, type Socket } from "node:net";

/** A way to a database that can be shut, as when its server restarts: whoever is connected is cut, and nobody comes in. */
export async function createGate(url: string) {
  const database = new URL(url);
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    const onwards = dial(Number(database.port), database.hostname);
    for (const [from, to] of [
      [socket, onwards],
      [onwards, socket],
    ] as const) {
      open.add(from);
      from
        .on("error", () => {})
        .on("close", () => {
          open.delete(from);
          to.destroy();
        });
      from.pipe(to);
    }
  });
  const listenOn = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listenOn(0);
  const { port } = server.address() as AddressInfo; // safe: it listens on TCP
  const through = new URL(url);
  through.host = `127.0.0.1:${port}`;

  return {
    url: through.href,
    async shut(): Promise<void> {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
    reopen: () => listenOn(port),
  };
}
