import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const READ_TIMEOUT_MS = 20_000;

/** Opens a connection, writes what it is given and never reads; for senders that mean no good. */
export async function openSocket(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.on("error", () => {});
  await new Promise<void>((resolve) => {
    socket.once("connect", resolve);
    socket.once("close", () => resolve());
  });
  return socket;
}

/** Writes a request as it stands. @returns The status of the answer; null when the connection ended without one. */
export async function sendRaw(url: string, request: string | Buffer): Promise<number | null> {
  const socket = await openSocket(url);
  let answer = "";
  const ended = new Promise<void>((resolve) => {
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
      if (/^HTTP\/1\.1 \d{3}/.test(answer)) resolve();
    });
    socket.once("close", () => resolve());
  });
  socket.write(request);
  await Promise.race([ended, pause(READ_TIMEOUT_MS, undefined, { ref: false })]);
  socket.destroy();
  const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1];
  return status === undefined ? null : Number(status);
}
