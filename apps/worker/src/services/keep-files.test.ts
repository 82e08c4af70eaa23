import { randomBytes } from "node:crypto";

import type { FileTransport } from "@botdeck/b24-client";
import { createFakePortal, type FakeMethod } from "@botdeck/b24-client/testing";
import { storeBot } from "@botdeck/bots";
import type { BotEvent, FileRef } from "@botdeck/core";
import { createOAuthTokens, createSecretBox, keptFile } from "@botdeck/db";
import { createPortalClients } from "@botdeck/portal-clients";
import { afterEach, beforeEach, expect, test } from "vitest";

import { createKnownRows } from "../known-rows.ts";
import { CLIENT, createWorld, openLine, type World } from "../testing/world.ts";
import { keepFiles } from "./keep-files.ts";

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]);
const PDF = Buffer.from("%PDF-1.7\n");

let world: World;
beforeEach(async () => {
  world = await createWorld(storeBot);
});
afterEach(() => world.close());

/** A portal whose files have these contents; a missing one has a dead link. */
function setup(contents: Readonly<Record<string, Buffer>>, download?: FakeMethod) {
  const { db, portals, portal, bot } = world;
  const ask = download ?? (({ fileId }) => ({ downloadUrl: `https://portal.example/file?id=${String(fileId)}` }));
  const { transport, requests } = createFakePortal({ "imbot.v2.File.download": ask });
  const fetched: string[] = [];
  let underWay = 0;
  let most = 0;
  const files: FileTransport = {
    async send(url) {
      const id = url.searchParams.get("id") ?? "";
      fetched.push(id);
      const content = contents[id];
      const body = (async function* () {
        most = Math.max(most, ++underWay);
        await new Promise((resolve) => setImmediate(resolve));
        if (content !== undefined) yield content;
        underWay -= 1;
      })();
      return { status: content === undefined ? 404 : 200, headers: {}, body, discard: async () => {} };
    },
    close: async () => {},
  };
  const tokens = createOAuthTokens(db, createSecretBox(randomBytes(32).toString("base64")));
  const clients = createPortalClients({ db, portals, tokens, transport, app: null });
  const event: BotEvent = {
    kind: "message.added",
    portalId: portal.id,
    botId: bot.id,
    dialog: openLine("1"),
    person: CLIENT,
    language: "en",
    occurredAt: "2026-11-21T09:00:00Z",
    message: { id: "1", text: "", files: [] },
  };
  const first = { failures: 0, receivedAt: new Date() };
  const keepAll = (refs: readonly FileRef[], run = first, types?: readonly string[]) =>
    keepFiles({ db, known: createKnownRows(portals), portals, clients, files }, event, refs, run, types);
  const keep = (...ids: string[]) => keepAll(ids.map((id) => ({ id, name: `${id}.jpg`, sizeBytes: null })));
  return { keep, keepAll, fetched, requests, most: () => most };
}

test("photos of a first message are kept, and not fetched again when the event runs again", async () => {
  const { keep, fetched } = setup({ "7": JPEG, "8": JPEG });
  const first = await keep("7", "8");
  expect(first).toMatchObject([
    { id: "7", name: "7.jpg", problem: null },
    { id: "8", problem: null },
  ]);
  expect(await keep("7", "8")).toEqual(first);
  expect(fetched.toSorted()).toEqual(["7", "8"]);
  const { id: conversationId } = await world.conversation();
  const kept = await world.db.select().from(keptFile);
  expect(kept.map((file) => [file.conversationId, file.contentType])).toEqual([
    [conversationId, "image/jpeg"],
    [conversationId, "image/jpeg"],
  ]);
  expect(new Set(first.map(({ keptId }) => keptId))).toEqual(new Set(kept.map(({ id }) => id)));
});

test("a photo that the event does not name has a name that shows it as a picture", async () => {
  await setup({ "7": JPEG }).keepAll([{ id: "7", name: null, sizeBytes: null }]);
  expect(await world.db.select().from(keptFile)).toMatchObject([{ name: "photo.jpg" }]);
});

test("what is no photo, too large or gone is told, each of its own", async () => {
  const large = Buffer.concat([JPEG, Buffer.alloc(10_000_001)]);
  const { keep } = setup({ photo: JPEG, paper: PDF, large });
  const problems = (await keep("photo", "paper", "large", "gone")).map(({ problem }) => problem);
  expect(problems).toEqual([null, "not_image", "too_large", "gone"]);
  expect(await world.db.$count(keptFile)).toBe(1);
});

test("a bot that takes papers gets them, and still none that is too large", async () => {
  const large = Buffer.concat([PDF, Buffer.alloc(10_000_001)]);
  const refs = ["paper", "large"].map((id) => ({ id, name: `${id}.pdf`, sizeBytes: null }));
  const kept = await setup({ paper: PDF, large }).keepAll(refs, undefined, ["application/*"]);
  expect(kept.map(({ problem }) => problem)).toEqual([null, "too_large"]);
  expect(await world.db.select().from(keptFile)).toMatchObject([{ name: "paper.pdf", contentType: "application/pdf" }]);
});

test("a portal that does not answer is no fault of the file: the event runs again", async () => {
  const { keep } = setup({ "7": JPEG }, () => {
    throw { error: "INTERNAL_SERVER_ERROR", error_description: "No" };
  });
  await expect(keep("7")).rejects.toMatchObject({ code: expect.not.stringMatching("not_found") });
});

test.each([
  ["at its third run", { failures: 2, receivedAt: new Date() }],
  ["when it came long ago", { failures: 0, receivedAt: new Date(Date.now() - 31_000) }],
])("an event is answered without the file that the portal does not give %s", async (_when, run) => {
  const { keepAll } = setup({ "7": JPEG }, () => {
    throw { error: "INTERNAL_SERVER_ERROR", error_description: "No" };
  });
  expect(await keepAll([{ id: "7", name: null, sizeBytes: null }], run)).toMatchObject([{ id: "7", problem: "gone" }]);
});

test("of a heap of files the first ten are fetched, two at a time", async () => {
  const ids = Array.from({ length: 12 }, (_, index) => String(index + 1));
  const { keep, fetched, most } = setup(Object.fromEntries(ids.map((id) => [id, JPEG])));
  const problems = (await keep(...ids)).map(({ problem }) => problem);
  expect(problems).toEqual([...Array.from({ length: 10 }, () => null), "gone", "gone"]);
  expect(fetched.toSorted()).toEqual(ids.slice(0, 10).toSorted());
  expect(most()).toBeLessThanOrEqual(2);
});
