import { Socket } from "node:net";

/** How long the server may take to hang up after we said goodbye, in milliseconds. */
const GOODBYE_MS = 1_000;

type Target = { host: string[]; port: number[]; path: string | false };

/**
 * The socket of a connection, given to postgres.js because its own leaves a pool mute in two ways (3.4.9, connection.js):
 *
 * - `closed()` takes a FIN for a goodbye. When it comes during start-up, the driver connects again at once and for ever,
 *   with its timer off, and the statement that waits is never answered. Here a FIN nobody asked for is an error.
 * - A connection that ends after its idle time is out of the pool until the server hangs up too, which a stopped
 *   server never does. Here the socket goes after a second.
 *
 * @see https://github.com/porsager/postgres/issues/1193 and pull request 1214
 */
export function openSocket({ host, port, path }: Target): Socket {
  const target = path ? { path } : { host: host[0] ?? "localhost", port: port[0] ?? 5432 };
  const socket = new Socket();
  let goodbye: NodeJS.Timeout | undefined;

  const end = socket.end.bind(socket) as (data?: Uint8Array) => Socket; // safe: one of its overloads
  socket.end = ((data?: Uint8Array) => {
    goodbye ??= setTimeout(() => socket.destroy(), GOODBYE_MS).unref();
    return end(data);
  }) as Socket["end"]; // safe: the driver calls it with bytes, Node without
  socket.once("end", () => {
    if (goodbye === undefined) socket.destroy(connectionClosed(target));
  });
  socket.once("close", () => clearTimeout(goodbye));

  // The driver reads these for the name to verify under TLS and for its error messages.
  Object.assign(socket, target);
  return socket.connect(target);
}

function connectionClosed(target: { host?: string; port?: number; path?: string }): Error {
  const where = target.path ?? `${target.host}:${target.port}`;
  return Object.assign(new Error(`Postgres at ${where} closed the connection`), { code: "CONNECTION_CLOSED" });
}
