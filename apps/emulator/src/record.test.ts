import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, onTestFinished, test } from "vitest";

import { startEventReceiver } from "./testing/event-receiver.ts";
import { send } from "./testing/send.ts";
import { PEOPLE, startTestPortal } from "./testing/test-portal.ts";
import type { Json } from "./testing/send.ts";

const SECRET = "s3cret-of-somebody";

async function setup() {
  const folder = await mkdtemp(join(tmpdir(), "record-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const recordFile = join(folder, "record.jsonl");
  const world = await startTestPortal({ recordFile });
  const lines = async (): Promise<Json[]> => {
    await world.portal.events.settled();
    const text = await readFile(recordFile, "utf8");
    expect(text).not.toContain(SECRET);
    return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
  };
  return { world, lines };
}

test("every call is one line with when, what, by which credential and how it ended", async () => {
  const { world, lines } = await setup();
  const handler = await startEventReceiver();
  await world.install(handler.url);
  const token = (await handler.next()).body["auth"].access_token;

  await world.rest("PROFILE");
  await world.restAs(token, "tasks.task.add", { fields: {} });
  await send(`${world.origin}/rest/profile?auth=${SECRET}`, "GET");

  const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
  expect((await lines()).filter(({ kind }) => kind === "call")).toMatchObject([
    { at, method: "profile", params: {}, auth: "webhook", status: 200, error: null },
    {
      at,
      method: "tasks.task.add",
      params: { auth: "***", fields: {} },
      auth: "oauth",
      status: 400,
      error: expect.any(String),
    },
    { at, method: "profile", params: { auth: "***" }, auth: "none", status: 401, error: "NO_AUTH_FOUND" },
  ]);
});

test("no secret is written: not in nested parameters, in commands of a batch, in a query or in an event", async () => {
  const { world, lines } = await setup();
  const handler = await startEventReceiver();
  const webhook = await world.webhook(PEOPLE.manager);
  const fields = { code: "a", botToken: SECRET, properties: { name: "A" } };
  const delivery = { eventMode: "webhook", webhookUrl: `${handler.url}?token=${SECRET}`, type: "openline" };

  await world.rest("imbot.v2.Bot.register", { fields: { ...fields, ...delivery } });
  await world.rest("batch", {
    cmd: {
      a: `imbot.v2.Bot.get?botId=7&botToken=${SECRET}`,
      b: `imbot.bot.list?CLIENT_ID=${SECRET}`,
      c: `x?auth[access_token]=${SECRET}`,
    },
  });
  await fetch(`${webhook}user.get?nested[deep][refresh_token]=${SECRET}&access_token=${SECRET}`);
  const dialog = await world.control("POST", "/dialogs", { as: PEOPLE.client });
  await world.control("POST", `/dialogs/${dialog.id}/messages`, { as: PEOPLE.client, text: "Hello" });

  const all = await lines();
  expect(JSON.stringify(all)).not.toContain(new URL(webhook).pathname.split("/")[3]);
  expect(all.filter(({ kind }) => kind === "event")).toMatchObject([
    { event: "ONIMBOTV2JOINCHAT", status: 200 },
    { event: "ONIMBOTV2MESSAGEADD", status: 200, data: { message: { text: "Hello" }, bot: { auth: "***" } } },
  ]);
  expect(JSON.stringify(await world.control("GET", "/record"))).not.toContain(SECRET);
});

test("an event that was lost on purpose is written too", async () => {
  const { world, lines } = await setup();
  await world.control("PUT", "/faults", { events: { mode: "lose" } });

  await world.install("http://127.0.0.1:1/handler");

  expect(await lines()).toMatchObject([
    { kind: "event", event: "ONAPPINSTALL", status: null, error: expect.any(String) },
  ]);
});
