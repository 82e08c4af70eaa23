import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { fileURLToPath } from "node:url";

import postgres from "postgres";
import { expect, test } from "vitest";

import { connect } from "../client.ts";
import { isDatabaseAway } from "./database-away.ts";

/** AuthenticationOk and ReadyForQuery. */
const READY = Buffer.from("520000000800000000" + "5a0000000549", "hex");
const SHUT_DOWN = Buffer.from("SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0");

/** A server that lets a session start, and ends it at the first thing it is asked. */
function answerTo(words: number): Buffer | null {
  if (words === 1) return READY;
  const length = Buffer.alloc(4);
  length.writeUInt32BE(SHUT_DOWN.length + 4);
  return words === 2 ? Buffer.concat([Buffer.from("E"), length, SHUT_DOWN]) : null;
}

async function startServer(onWord: (words: number) => Buffer | null) {
  const server = createServer((socket) => {
    let words = 0;
    socket
      .on("error", () => {})
      .on("data", () => {
        const answer = onWord(++words);
        if (answer !== null) socket.write(answer);
        if (answer !== READY) socket.end();
      });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo; // safe: it listens on TCP
  return { url: `postgres://nobody@127.0.0.1:${port}/nothing`, close: () => void server.close() };
}

async function askOnce(url: string, settings: "defaults" | "ours") {
  const script = fileURLToPath(new URL("../testing/ask-once.ts", import.meta.url));
  const child = spawn(process.execPath, [script, url, settings], { stdio: ["ignore", "pipe", "pipe"] });
  const printed = { out: "", err: "" };
  child.stdout.on("data", (text: Buffer) => (printed.out += String(text)));
  child.stderr.on("data", (text: Buffer) => (printed.err += String(text)));
  const [exitCode] = (await once(child, "close")) as [number | null]; // safe: the event's first argument
  return { exitCode, ...printed };
}

test("a session that ends as it begins kills a process with the driver's defaults, and not with ours", async () => {
  const server = await startServer(answerTo);
  const [defaults, ours] = await Promise.all([askOnce(server.url, "defaults"), askOnce(server.url, "ours")]);
  server.close();
  expect(defaults.exitCode).toBe(1);
  expect(defaults.err).toContain("57P01");
  expect(ours).toEqual({ exitCode: 0, out: "rejected\n", err: "" });
});

test("a server that hangs up during the start is asked for ever by the driver's defaults, and not by ours", async () => {
  let asked = 0;
  const server = await startServer(() => ((asked += 1), null));
  const defaults = postgres(server.url);
  const forEver = defaults`select 1`.then(
    () => "answered",
    () => "rejected",
  );
  await expect.poll(() => asked).toBeGreaterThan(20);
  expect(await Promise.race([forEver, Promise.resolve("nothing yet")])).toBe("nothing yet");
  await defaults.end({ timeout: 0 });

  const ours = connect(server.url, { deadlineMs: 5_000 });
  const startedAt = performance.now();
  await expect(ours.sql`select 1`).rejects.toSatisfy(isDatabaseAway);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  await ours.close();
  server.close();
});
