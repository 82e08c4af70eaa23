import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, expect, test } from "vitest";

import { createLedger } from "./ledger.ts";
import { postThrough, startLoad } from "./run-load.ts";

const folder = mkdtempSync(join(tmpdir(), "botdeck-load-"));
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  rmSync(folder, { recursive: true, force: true });
});

async function gateway(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  ends.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // safe: it listens on a port
}

const accept: RequestListener = (request, response) => void request.resume().once("end", () => response.end());
const breakOff: RequestListener = (request) => void request.resume().once("end", () => request.socket.destroy());

function books(urls: string[]) {
  const ledger = createLedger(join(mkdtempSync(`${folder}-`), "ledger.jsonl"));
  const balancer = { choose: () => urls, close: () => {} };
  const entry = ledger.open({ number: 1, dialogId: "chat1", messageId: "7", text: "say", reply: "echo" });
  return { ledger, balancer, entry };
}

test("a delivery that broke off is not accepted, and another gateway gets it only from a balancer that repeats", async () => {
  const urls = [await gateway(breakOff), await gateway(accept)];
  const once = books(urls);
  await postThrough({ isRepeated: false }, once, once.entry, "a=1");
  expect(once.entry).toMatchObject({ isAccepted: false, posts: 1, failures: ["socket hang up"] });

  const repeated = books(urls);
  await postThrough({ isRepeated: true }, repeated, repeated.entry, "a=1");
  expect(repeated.entry).toMatchObject({ isAccepted: true, acceptedBy: urls[1], posts: 2 });
});

test("a gateway that is not there was sent nothing, so every balancer goes on to the next", async () => {
  const { ledger, balancer, entry } = books(["http://127.0.0.1:1", await gateway(accept)]);
  await postThrough({ isRepeated: false }, { ledger, balancer }, entry, "a=1");
  expect(entry).toMatchObject({ isAccepted: true, failures: ["no connection"] });
});

test("messages of one dialog are posted one after another, and the ledger is on disk", async () => {
  const running = { now: 0, most: 0 };
  const url = await gateway((request, response) => {
    running.most = Math.max(running.most, (running.now += 1));
    request.resume().once("end", () =>
      setTimeout(() => {
        running.now -= 1;
        response.end();
      }, 5),
    );
  });
  const file = join(mkdtempSync(`${folder}-`), "ledger.jsonl");
  const ledger = createLedger(file);
  let id = 0;
  const load = startLoad(
    { dialogs: 1, perSecond: 1_000, messages: 10, isRepeated: false },
    {
      identity: { memberId: "m", applicationToken: "t", botId: "1" },
      chatIds: [5],
      balancer: { choose: () => [url], close: () => {} },
      ledger,
      nextMessageId: () => (id += 1),
      signal: AbortSignal.timeout(10_000),
    },
  );
  await load.finish();
  expect(running.most).toBe(1);
  expect(ledger.posted.map(({ text }) => text)).toEqual(
    Array.from({ length: 10 }, (_each, index) => `say ${index + 1} of chat5`),
  );
  expect(readFileSync(file, "utf8").trim().split("\n")).toHaveLength(10);
});
