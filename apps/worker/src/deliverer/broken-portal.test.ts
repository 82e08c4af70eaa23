import { createServer, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

import { createUndiciTransport } from "@botdeck/b24-client";
import { storeBot } from "@botdeck/bots";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { createWorld, type World } from "../testing/world.ts";
import { webhookCarriers } from "../testing/webhook-carriers.ts";

let world: World;
let server: Server | null = null;
beforeEach(async () => {
  world = await createWorld(storeBot);
  await world.write("where is my order?");
  await world.runAll();
});
afterEach(async () => {
  await new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)));
  server = null;
  await world.close();
});

const answer = (status: string, body: string) =>
  `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`;
const refusal = (code: string) => JSON.stringify({ error: code, error_description: "no" });
const DONE = JSON.stringify({ result: { id: 5001, uuidMap: [] } });

/** Delivers the reply once to a portal whose socket does this when a whole request has come. */
async function deliverTo(
  react: (socket: Socket) => void,
  { onConnect = (_socket: Socket) => {} } = {},
): Promise<number> {
  let requests = 0;
  server = createServer((socket) => {
    onConnect(socket);
    let text = "";
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      text += chunk.toString();
      const [head = "", body] = text.split("\r\n\r\n");
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (body === undefined || Buffer.byteLength(body) < length) return;
      text = "";
      requests += 1;
      react(socket);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // safe: it listens on TCP
  await deliverAt(port);
  return requests;
}

async function deliverAt(port: number): Promise<void> {
  const { portals, portal } = world;
  await portals.moveTo(portal.id, { webhookUrl: `http://127.0.0.1:${port}/rest/1/code/` });
  const transport = createUndiciTransport();
  await world.deliverOnce(webhookCarriers(world, transport));
  await transport.close();
}

const end = (text: string) => (socket: Socket) => void socket.end(text);

describe("a reply to a portal that", () => {
  test.each([
    ["answers", "sent", end(answer("200 OK", DONE))],
    ["refuses it", "dead", end(answer("400 Bad Request", refusal("EMPTY_MESSAGE")))],
    [
      "says that it was asked too often",
      "ready",
      end(answer("503 Service Unavailable", refusal("QUERY_LIMIT_EXCEEDED"))),
    ],
    ["has closed the method", "ready", end(answer("429 Too Many Requests", refusal("OPERATION_TIME_LIMIT")))],
    ["fails", "uncertain", end(answer("500 Internal Server Error", "<h1>Oops</h1>"))],
    ["stands behind a gateway that gave up", "uncertain", end(answer("502 Bad Gateway", ""))],
    ["answers with something else", "uncertain", end(answer("200 OK", "<html>"))],
    ["cuts the line before it answers", "uncertain", (socket: Socket) => void socket.destroy()],
    ["cuts the line in the middle of the head", "uncertain", end("HTTP/1.1 200 OK\r\ncontent-le")],
    ["cuts the line in the middle of the answer", "uncertain", end(answer("200 OK", DONE).slice(0, -10))],
  ])("%s is %s", async (_what, status, react) => {
    const requests = await deliverTo(react);
    expect(requests).toBe(1);
    expect(await world.effects()).toMatchObject([{ status, attempt: 1 }]);
  });

  test("is not there is tried again, because nothing of it had left", async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.address() as AddressInfo; // safe: it listens on TCP
    await new Promise((resolve) => closed.close(resolve));
    await deliverAt(port);
    expect(await world.effects()).toMatchObject([{ status: "ready", attempt: 1 }]);
  });

  test("removed the app stays where it is, and says so", async () => {
    await world.portals.setState(world.portal.id, "removed", "test");
    const requests = await deliverTo(end(answer("200 OK", DONE)));
    expect(requests).toBe(0);
    expect(await world.effects()).toMatchObject([
      { status: "ready", lastError: expect.stringMatching(/installed there/) },
    ]);
  });
});
