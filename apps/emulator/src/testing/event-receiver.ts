import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { onTestFinished } from "vitest";

import { decodePhpForm } from "../wire/decode-php-form.ts";
import type { Json } from "./send.ts";

export type ReceivedEvent = { contentType: string; raw: string; body: Json };

/** A bot's handler on a port of its own: keeps what the portal posts. */
export type EventReceiver = {
  url: string;
  /** The next event that was not taken yet. */
  next(): Promise<ReceivedEvent>;
  /** Events that arrived and were not taken. */
  waiting(): ReceivedEvent[];
};

/** @param answer Runs before the 200; it may take its time or throw, which makes a 500. */
export async function startEventReceiver(answer: (event: ReceivedEvent) => Promise<void> = async () => undefined) {
  const arrived: ReceivedEvent[] = [];
  const askers: ((event: ReceivedEvent) => void)[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const raw = Buffer.concat(chunks).toString();
      const event = { contentType: request.headers["content-type"] ?? "", raw, body: decodePhpForm(raw) };
      const asker = askers.shift();
      if (asker === undefined) arrived.push(event);
      else asker(event);
      answer(event).then(
        () => response.end("ok"),
        () => response.writeHead(500).end(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // safe: a server that listens on a port has an address object.
  const { port } = server.address() as AddressInfo;
  const receiver: EventReceiver = {
    url: `http://127.0.0.1:${port}/handler`,
    next: async () => arrived.shift() ?? (await new Promise((resolve) => askers.push(resolve))),
    waiting: () => arrived,
  };
  return receiver;
}
