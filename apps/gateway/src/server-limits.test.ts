import { httpBuildQuery } from "@botdeck/b24-client/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { v2Message } from "./testing/posts.ts";
import { listenRaw } from "./testing/raw-http.ts";
import { createWorld, type World } from "./testing/world.ts";

const REQUEST_TIMEOUT_MS = 1_000;
const PATIENTLY = { timeout: 10_000, interval: 10 };

let world: World;
let raw: Awaited<ReturnType<typeof listenRaw>>;
beforeAll(async () => {
  world = await createWorld([], { requestTimeoutMs: REQUEST_TIMEOUT_MS });
  await world.newBot(await world.newPortal("mine"), "456");
  raw = await listenRaw(world.app);
});
afterAll(() => world.close());

const head = (...lines: string[]) =>
  [
    "POST /bitrix/events HTTP/1.1",
    "host: gateway",
    "content-type: application/x-www-form-urlencoded",
    ...lines,
    "",
    "",
  ].join("\r\n");
const event = (messageId: string) => httpBuildQuery(v2Message("mine", { messageId }));
const whole = (body: string) => head(`content-length: ${Buffer.byteLength(body)}`) + body;
/** It still does its work for somebody else. */
async function expectAtWork(messageId: string): Promise<void> {
  const other = await raw.open();
  other.write(whole(event(messageId)));
  await expect.poll(other.statuses, PATIENTLY).toEqual([200]);
  other.end();
}

describe("a sender that does not come to an end is cut, while others are served", () => {
  test.each<[string, () => string, (index: number) => string]>([
    ["headers one byte at a time", () => "POST /bitrix/events HTTP/1.1\r\nhost: g", (index) => `\r\nx-${index}: 1`],
    ["a body one byte at a time", () => head("content-length: 1000"), () => "a"],
    ["chunks without end", () => head("transfer-encoding: chunked"), () => "1\r\na\r\n"],
    ["a body that is shorter than it says", () => head("content-length: 5000") + event("short"), () => ""],
  ])("%s", async (name, begin, next) => {
    const slow = await raw.open();
    slow.write(begin());
    let index = 0;
    const drip = setInterval(() => slow.write(next(index++)), 50);
    const startedAt = performance.now();
    await expectAtWork(`beside ${name}`);
    await slow.closed;
    clearInterval(drip);
    expect(performance.now() - startedAt).toBeLessThan(4 * REQUEST_TIMEOUT_MS);
    expect(slow.statuses()).toEqual([408]);
  });

  test("a thousand connections that say nothing", async () => {
    const idle = await Promise.all(Array.from({ length: 1_000 }, () => raw.open()));
    await expectAtWork("beside a thousand");
    for (const connection of idle) connection.end();
  });
});

describe("what one server may read differently from the next is answered 400 and closed", () => {
  const smuggled = "GET /health HTTP/1.1\r\nhost: g\r\n\r\n";
  test.each<[string, string]>([
    ["both lengths", head("content-length: 6", "transfer-encoding: chunked") + `0\r\n\r\nX${smuggled}`],
    ["chunked under another name", head("transfer-encoding: xchunked") + smuggled],
    ["chunked not at the end", head("transfer-encoding: chunked, identity") + smuggled],
    ["two different lengths", head("content-length: 3", "content-length: 5") + `a=1${smuggled}`],
    ["a length that is no number", head("content-length: 3x") + `a=1${smuggled}`],
    ["a negative length", head("content-length: -1") + smuggled],
    ["a header with a space before its colon", head("content-length : 3") + `a=1${smuggled}`],
    ["a folded header", head("x-a: 1\r\n content-length: 3") + `a=1${smuggled}`],
    ["a line that ends in a bare line feed", head("content-length: 3\ntransfer-encoding: chunked") + `a=1${smuggled}`],
    ["a chunk whose length is no number", head("transfer-encoding: chunked") + `zz\r\na\r\n0\r\n\r\n${smuggled}`],
  ])("%s", async (_, bytes) => {
    const connection = await raw.open();
    connection.write(bytes);
    await connection.closed;
    expect(connection.statuses()).toEqual([400]);
  });

  test("headers without end are refused with 431", async () => {
    const connection = await raw.open();
    connection.write(head(`x-long: ${"x".repeat(20_000)}`));
    await connection.closed;
    expect(connection.statuses()).toEqual([431]);
  });
});

test("more than a megabyte is refused before it has arrived", async () => {
  const connection = await raw.open();
  connection.write(head("content-length: 10485760"));
  await expect.poll(connection.statuses, PATIENTLY).toEqual([413]);
  connection.end();
  const chunked = await raw.open();
  chunked.write(head("transfer-encoding: chunked"));
  for (let index = 0; index < 20; index++) chunked.write(`10000\r\n${"x".repeat(65_536)}\r\n`);
  await expect.poll(chunked.statuses, PATIENTLY).toEqual([413]);
  chunked.end();
});

test("strangers with large bodies fill no memory: a few are read at once, and small posts go past them", async () => {
  const begun = await Promise.all(Array.from({ length: 80 }, () => raw.open()));
  for (const each of begun) each.write(head("content-length: 900000") + "x".repeat(20_000));
  const refused = () => begun.filter((each) => each.statuses()[0] === 429).length;
  await expect.poll(refused, PATIENTLY).toBe(48);
  await expectAtWork("beside large ones");

  // Those that were refused hang up; those that never came to their end are cut.
  for (const each of begun.filter(({ statuses }) => statuses()[0] === 429)) each.end();
  await Promise.all(begun.map(({ closed }) => closed));
  const large = await raw.open();
  large.write(whole(httpBuildQuery(v2Message("mine", { messageId: "large", text: "x".repeat(100_000) }))));
  await expect.poll(large.statuses, PATIENTLY).toEqual([200]);
  large.end();
});

test("a body that ends before its length is kept apart from the request behind it", async () => {
  const connection = await raw.open();
  const body = event("first of two");
  connection.write(whole(body) + whole(event("second of two")));
  await expect.poll(connection.statuses, PATIENTLY).toEqual([200, 200]);
  connection.end();
});

test("a connection that says nothing does not keep a gateway from stopping", async () => {
  const gateway = await world.addGateway();
  const door = await listenRaw(gateway.server);
  const mute = await door.open();
  await gateway.stop(0);
  await mute.closed;
});

test("who is connected while the gateway stops is served, and told that the connection ends", async () => {
  const gateway = await world.addGateway();
  const door = await listenRaw(gateway.server);
  const [idle, busy] = [await door.open(), await door.open()];
  idle.write(whole(event("before")));
  await expect.poll(idle.statuses, PATIENTLY).toEqual([200]);

  const stopped = gateway.stop(300);
  busy.write(whole(event("meanwhile")));
  idle.write(whole(event("on a kept connection")));
  await Promise.all([idle.closed, busy.closed]);
  await stopped;

  expect([idle.statuses(), busy.statuses()]).toEqual([[200, 200], [200]]);
  expect(busy.heard().toLowerCase()).toContain("connection: close");
});
