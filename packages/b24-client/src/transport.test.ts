import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";

import { afterEach, expect, test } from "vitest";

import { createUndiciTransport, TransportError } from "./transport.ts";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** A server on loopback that does with each connection's bytes as told. */
async function listen(onData: (socket: Socket, received: string) => void, onConnection?: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    let received = "";
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => onData(socket, (received += chunk.toString("latin1"))));
    onConnection?.(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

function open(options?: Parameters<typeof createUndiciTransport>[0]) {
  const transport = createUndiciTransport(options);
  closers.push(() => transport.close());
  return transport;
}

const answer = (body: string, head = "200 OK\r\nContent-Type: application/json") =>
  `HTTP/1.1 ${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const isWhole = (received: string) => received.endsWith('{"a":1}');
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error as TransportError,
  );

test("posts JSON and gives back status, body and no more", async () => {
  let request = "";
  const origin = await listen((socket, received) => {
    request = received;
    if (isWhole(received)) socket.write(answer('{"result":"да"}'));
  });
  expect(await open().send(`${origin}/rest/1/code/x?y=1`, '{"a":1}', { timeoutMs: 5_000 })).toEqual({
    status: 200,
    body: '{"result":"да"}',
  });
  expect(request).toMatch(/^POST \/rest\/1\/code\/x\?y=1 HTTP\/1.1\r\n/);
  expect(request.toLowerCase()).toContain("content-type: application/json");
});

test("without a body it is a GET", async () => {
  const origin = await listen((socket, received) => socket.write(answer(JSON.stringify(received.split(" ")[0]))));
  expect(await open().send(`${origin}/x`, null, { timeoutMs: 5_000 })).toMatchObject({ body: '"GET"' });
});

test("a redirect is told, not followed", async () => {
  const origin = await listen((socket) => socket.write(answer("", "302 Found\r\nLocation: https://moved.example/x")));
  expect(await open().send(`${origin}/x`, "{}", { timeoutMs: 5_000 })).toMatchObject({
    status: 302,
    location: "https://moved.example/x",
  });
});

test("a refused connection was not applied", async () => {
  const origin = await listen(() => undefined);
  for (const close of closers.splice(0)) await close();
  expect(await failureOf(open().send(`${origin}/x`, "{}", { timeoutMs: 5_000 }))).toMatchObject({
    outcome: "not_applied",
    message: expect.stringContaining("ECONNREFUSED"),
  });
});

test("a name that does not resolve was not applied", async () => {
  const error = await failureOf(open().send("http://nowhere.invalid/x", "{}", { timeoutMs: 5_000 }));
  expect(error).toMatchObject({ outcome: "not_applied" });
});

test("a failed TLS handshake was not applied", async () => {
  const origin = await listen((socket) => socket.end("this is not TLS"));
  const error = await failureOf(open().send(origin.replace("http:", "https:"), "{}", { timeoutMs: 5_000 }));
  expect(error).toMatchObject({ outcome: "not_applied" });
});

test("a handshake that never ends was not applied when time runs out", async () => {
  const origin = await listen(() => undefined);
  const error = await failureOf(open().send(origin.replace("http:", "https:"), "{}", { timeoutMs: 100 }));
  expect(error).toMatchObject({ outcome: "not_applied", message: expect.stringContaining("100 ms") });
});

test.each([
  ["reset after the whole request", (socket: Socket) => void socket.resetAndDestroy()],
  ["closed after the whole request", (socket: Socket) => void socket.end()],
  [
    "cut in the middle of the answer",
    (socket: Socket) => void socket.end("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"),
  ],
  ["answered with something else than HTTP", (socket: Socket) => void socket.end("hello")],
])("a connection %s leaves it unknown", async (_name, act) => {
  const origin = await listen((socket, received) => {
    if (isWhole(received)) act(socket);
  });
  expect(await failureOf(open().send(`${origin}/x`, '{"a":1}', { timeoutMs: 5_000 }))).toMatchObject({
    name: "TransportError",
    outcome: "unknown",
  });
});

test.each([
  ["never comes", () => undefined],
  ["stops half way", (socket: Socket) => void socket.write("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{")],
])("an answer that %s is given up at the deadline, and left unknown", async (_name, act) => {
  const origin = await listen((socket, received) => {
    if (isWhole(received)) act(socket);
  });
  expect(await failureOf(open().send(`${origin}/x`, '{"a":1}', { timeoutMs: 200 }))).toMatchObject({
    outcome: "unknown",
  });
});

test("an answer that trickles does not outlive the deadline", async () => {
  const origin = await listen((socket) => {
    socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n");
    const drip = setInterval(() => socket.write("x"), 20);
    socket.on("close", () => clearInterval(drip));
  });
  expect(await failureOf(open().send(`${origin}/x`, "{}", { timeoutMs: 200 }))).toMatchObject({ outcome: "unknown" });
});

test("an endless answer is cut off", async () => {
  const origin = await listen((socket) => {
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    const block = Buffer.alloc(1_048_576, 120);
    const pour = () => {
      while (!socket.destroyed && socket.write(block));
    };
    socket.on("drain", pour);
    pour();
  });
  expect(await failureOf(open().send(`${origin}/x`, "{}", { timeoutMs: 20_000 }))).toMatchObject({
    outcome: "unknown",
    message: expect.stringContaining("larger"),
  });
});

test("a call cancelled before it starts was not applied; one cancelled while it waits is unknown", async () => {
  const arrived = Promise.withResolvers<void>();
  const origin = await listen((_socket, received) => {
    if (isWhole(received)) arrived.resolve();
  });
  const early = open().send(`${origin}/x`, '{"a":1}', { timeoutMs: 5_000, signal: AbortSignal.abort() });
  expect(await failureOf(early)).toMatchObject({ outcome: "not_applied", message: "cancelled" });

  const controller = new AbortController();
  const late = failureOf(open().send(`${origin}/x`, '{"a":1}', { timeoutMs: 5_000, signal: controller.signal }));
  await arrived.promise;
  controller.abort();
  expect(await late).toMatchObject({ outcome: "unknown", message: "cancelled" });
});

test("a call given up before it was connected never leaves later", async () => {
  const received: string[] = [];
  const origin = await listen((socket, text) => {
    received.push(text);
    socket.write(answer("{}"));
  });
  const transport = open();
  const controller = new AbortController();
  const call = failureOf(transport.send(`${origin}/first`, "{}", { timeoutMs: 5_000, signal: controller.signal }));
  controller.abort();
  expect(await call).toMatchObject({ outcome: "not_applied" });
  await transport.send(`${origin}/second`, "{}", { timeoutMs: 5_000 });
  expect(received.join()).toContain("/second");
  expect(received.join()).not.toContain("/first");
});

test("no error shows the address", async () => {
  const origin = await listen((socket) => void socket.resetAndDestroy());
  for (const url of [`${origin}/rest/1/topsecret/x`, "topsecret", "ftp://topsecret/x"]) {
    const error = await failureOf(open().send(url, "{}", { timeoutMs: 5_000 }));
    expect(error).toBeInstanceOf(TransportError);
    expect(JSON.stringify([error, error?.message, error?.stack, error?.cause])).not.toContain("topsecret");
  }
});

test("where it has to stay on the public internet, a name that leads elsewhere is not asked, be it one answer of many", async () => {
  let connections = 0;
  const origin = await listen(
    (socket) => socket.write(answer("{}")),
    () => connections++,
  );
  const { port } = new URL(origin);
  const resolve = async () => [
    { address: "127.0.0.1", family: 4 },
    { address: "8.8.8.8", family: 4 },
  ];
  const failure = await failureOf(
    open({ staysPublic: true, resolve }).send(`http://portal.example:${port}/x`, "{}", { timeoutMs: 5_000 }),
  );
  expect(failure).toBeInstanceOf(TransportError);
  expect(failure).toMatchObject({ leadsInside: true, outcome: "not_applied" });
  expect(failure?.message).toMatch(/private network/);
  expect(connections).toBe(0);
});

test.each(["127.0.0.1", "[::ffff:127.0.0.1]", "[::127.0.0.1]"])(
  "where it has to stay on the public internet, %s is not asked, though no name is looked up",
  async (host) => {
    let connections = 0;
    const origin = await listen(
      (socket) => socket.write(answer("{}")),
      () => connections++,
    );
    const url = `http://${host}:${new URL(origin).port}/x`;
    const failure = await failureOf(open({ staysPublic: true }).send(url, "{}", { timeoutMs: 5_000 }));
    expect(failure).toMatchObject({ leadsInside: true, outcome: "not_applied" });
    expect(connections).toBe(0);
  },
);
