import { expect, test } from "vitest";

import { registerBot } from "../testing/demo-bot.ts";
import { PEOPLE, startTestPortal } from "../testing/test-portal.ts";
import type { TestPortal } from "../testing/test-portal.ts";

/** Links to a file that a client has sent to a bot, a new one at every call. */
async function fileLinks(world: TestPortal): Promise<() => Promise<string>> {
  const bot = await registerBot(world);
  const dialog = await world.control("POST", "/dialogs", { as: PEOPLE.client });
  const files = [{ name: "a.txt", contentBase64: Buffer.from("hello").toString("base64") }];
  const sent = await world.control("POST", `/dialogs/${dialog.id}/messages`, { as: PEOPLE.client, files });
  const fileId = Number(sent.files[0].id);
  return async () => (await bot.call("imbot.v2.File.download", { fileId })).body["result"].downloadUrl;
}

test("a file link works once and for a minute, or not at all", async () => {
  const world = await startTestPortal();
  const newLink = await fileLinks(world);

  const link = await newLink();
  expect(await (await fetch(link)).text()).toBe("hello");
  expect((await fetch(link)).status).toBe(404);
  const late = await newLink();
  world.pass(60);
  expect((await fetch(late)).status).toBe(404);
  await world.control("PUT", "/faults", { downloads: { mode: "dead", times: 1 } });
  expect((await fetch(await newLink())).status).toBe(404);
  await world.control("PUT", "/faults", { downloads: { mode: "truncated" } });
  await expect(fetch(await newLink()).then((response) => response.text())).rejects.toThrow("terminated");
  await world.control("PUT", "/faults", { lifetimes: { fileLinkS: 600 } });
  const longer = await newLink();
  world.pass(599);
  expect((await fetch(longer)).status).toBe(200);
});
