import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

import { httpBuildQuery } from "@botdeck/b24-client/testing";

import { type Fault, promise, promiseNoneDead, promiseNoneRefused } from "../fault.ts";
import { messageEvent, type PortalIdentity } from "../load/message-event.ts";
import { type PostOutcome, postForm } from "../load/post-form.ts";
import { openSocket, sendRaw } from "../load/raw-client.ts";
import type { Part } from "../stack/part.ts";

const MB = 1_048_576;
/** What good senders may wait at most while others mean no good, in milliseconds. */
const GOOD_P99_MS = 1_000;
/** How much more memory a gateway may take, in bytes: bodies are refused, and not gathered. */
const MORE_MEMORY = 250 * MB;
const SLOW_SOCKETS = 100;
const SLOW_FOR_MS = 14_000;

type Hostile = [name: string, body: (good: string) => string | Buffer, headers?: Record<string, string>];

/**
 * Rows 21 to 24: bodies that are too great, too deep, or not what they say. Each is refused (4xx) or taken; none makes a
 * 500, and none fails the good ones that arrive with it.
 */
const BODIES: readonly Hostile[] = [
  ["nothing", () => ""],
  ["1 MB and a byte", () => `a=${"x".repeat(MB)}`],
  ["10 MB", () => Buffer.alloc(10 * MB, "a")],
  ["a prototype", (good) => `${good}&a[__proto__][x]=1&constructor[prototype][x]=1&__proto__[x]=1`],
  [
    "a prototype in JSON",
    () => '{"__proto__":{"x":1},"event":"ONIMBOTV2MESSAGEADD"}',
    { "content-type": "application/json" },
  ],
  ["JSON that ends early", () => '{"event":', { "content-type": "application/json" }],
  ["JSON that is deep", () => "[".repeat(100_000), { "content-type": "application/json" }],
  ["depth 100", (good) => `${good}&a${"[b]".repeat(100)}=1`],
  ["100,000 pairs", (good) => `${good}&${"a=1&".repeat(100_000)}`],
  ["a great index", (good) => `${good}&a[999999999]=1`],
  ["100,000 entries of a list", (good) => `${good}&${"a[]=&".repeat(100_000)}`],
  ["a key of 1 MB", (good) => `${good}&${"k".repeat(MB - good.length - 10)}=1`],
  ["invalid UTF-8", (good) => `${good}&data[message][text]=%ff%fe`],
  ["half a surrogate pair", (good) => `${good}&data[message][text]=%ED%A0%80`],
  ["a NUL", (good) => `${good}&data[message][text]=zero%00zero`],
  ["half an escape", (good) => `${good}&data[message][text]=%`],
  ["a text of 20,000 characters", (good) => `${good}&data[message][text]=${"%D0%AF".repeat(20_000)}`],
  ["right-to-left marks", (good) => `${good}&data[message][text]=%E2%80%AE%E2%80%8B%F0%9F%91%8D`],
  ["another content type", (good) => good, { "content-type": "text/plain" }],
  ["a multipart form", (good) => good, { "content-type": "multipart/form-data; boundary=x" }],
  ["an encoding we do not read", (good) => good, { "content-encoding": "gzip" }],
];

const hostileBodies: Fault = {
  name: "hostile-bodies",
  async run({ stack, identity, portal, underLoad }) {
    const chatId = await portal.openChat("hostile", identity.botId);
    const wrong: string[] = [];
    const outcome = await underLoad({ messages: null }, async (load) => {
      await pause(1_000);
      for (const [name, body, headers] of BODIES) {
        for (const { url } of stack.gateways) {
          const good = goodBody(identity, chatId, load.deps.nextMessageId());
          const answer = await postForm(`${url}/bitrix/events`, body(good), headers);
          if (!isCalm(answer)) wrong.push(`${name} was answered ${JSON.stringify(answer)}`);
        }
      }
    });
    promiseNoneRefused(outcome);
    promiseNoneDead(outcome);
    outcome.broken.push(...wrong);
    promise(outcome, outcome.intakeMs.p99 <= GOOD_P99_MS, `good senders waited ${outcome.intakeMs.p99} ms`);
    return outcome;
  },
};

/** A gateway may cut whoever goes on sending what it has refused. */
function isCalm(answer: PostOutcome): boolean {
  return answer.kind === "broken" || (answer.kind === "answered" && answer.status < 500);
}

/** Row 21: requests whose frame lies, and senders that never come to an end. */
const hostileSockets: Fault = {
  name: "hostile-sockets",
  async run({ stack, identity, portal, underLoad }) {
    const chatId = await portal.openChat("sockets", identity.botId);
    const wrong: string[] = [];
    const before = stack.gateways.map(memoryOf);
    const outcome = await underLoad({ messages: null, perSecond: 20 }, async (load) => {
      const [{ url }] = stack.gateways;
      const good = goodBody(identity, chatId, load.deps.nextMessageId());
      const head = (more: string) =>
        `POST /bitrix/events HTTP/1.1\r\nhost: gateway\r\ncontent-type: application/x-www-form-urlencoded\r\n${more}\r\n\r\n`;
      const length = Buffer.byteLength(good);
      const lies: [string, string][] = [
        ["two lengths", head(`content-length: ${length}\r\ncontent-length: ${length + 1}`) + good],
        ["a length and chunks", head(`content-length: ${length}\r\ntransfer-encoding: chunked`) + `0\r\n\r\n`],
        ["a length that is no number", head("content-length: twelve") + good],
        ["chunks that are none", head("transfer-encoding: chunked") + "zz\r\nx\r\n0\r\n\r\n"],
        ["a header line of 100 kB", head(`x-long: ${"x".repeat(100_000)}`)],
      ];
      for (const [name, request] of lies) {
        const status = await sendRaw(url, request);
        if (status !== null && (status < 400 || status >= 500)) wrong.push(`${name} was answered ${status}`);
      }
      const sockets = await Promise.all(Array.from({ length: SLOW_SOCKETS }, () => openSocket(url)));
      const begun = head(`content-length: ${length}`);
      const endAt = performance.now() + SLOW_FOR_MS;
      for (let byte = 0; performance.now() < endAt; byte++) {
        for (const [index, socket] of sockets.entries()) {
          // A third never speaks, a third is slow with its head, a third with its body.
          if (index % 3 === 1) socket.write(begun[byte] ?? "");
          if (index % 3 === 2) socket.write(byte === 0 ? begun : (good[byte] ?? ""));
        }
        await pause(1_000);
      }
      const open = sockets.filter(
        (socket, index) => index % 3 !== 0 && !socket.destroyed && socket.readyState === "open",
      );
      if (open.length > 0)
        wrong.push(`${open.length} slow senders were still waited for after ${SLOW_FOR_MS / 1_000} s`);
      for (const socket of sockets) socket.destroy();
    });
    promiseNoneRefused(outcome);
    promiseNoneDead(outcome);
    outcome.broken.push(...wrong);
    promise(outcome, outcome.intakeMs.p99 <= GOOD_P99_MS, `good senders waited ${outcome.intakeMs.p99} ms`);
    for (const [index, gateway] of stack.gateways.entries()) {
      const more = memoryOf(gateway) - (before[index] ?? 0);
      promise(outcome, more <= MORE_MEMORY, `${gateway.name} took ${Math.round(more / MB)} MB more`);
    }
    return outcome;
  },
};

/** Resident memory in bytes; 0 where the system does not tell. */
function memoryOf({ pid }: Part): number {
  try {
    const [, kilobytes = "0"] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) * 1_024;
  } catch {
    return 0;
  }
}

function goodBody(identity: PortalIdentity, chatId: number, messageId: number): string {
  return httpBuildQuery(messageEvent(identity, { messageId, chatId, text: "hello", at: new Date() }));
}

export const hostileSenders: readonly Fault[] = [hostileBodies, hostileSockets];
