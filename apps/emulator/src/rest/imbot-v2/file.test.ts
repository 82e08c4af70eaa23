import { expect, test } from "vitest";

import { registerBot } from "../../testing/demo-bot.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";

test("a file link works once", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world);
  const dialog = await world.control("POST", "/dialogs", { as: PEOPLE.client });
  const files = [{ name: "чек 1.jpg", contentBase64: Buffer.from([0, 255, 7]).toString("base64") }];
  await world.control("POST", `/dialogs/${dialog.id}/messages`, { as: PEOPLE.client, text: "", files });
  const written = (await bot.events()).at(-1);
  const fileId = written?.["data"].message.params.FILE_ID[0];

  const { body } = await bot.call("imbot.v2.File.download", { fileId });
  const first = await fetch(body["result"].downloadUrl);
  const second = await fetch(body["result"].downloadUrl);

  expect([...new Uint8Array(await first.arrayBuffer())]).toEqual([0, 255, 7]);
  expect(second.status).toBe(404);
  expect((await bot.call("imbot.v2.File.download", { fileId: 99 })).body["error"]).toBe("FILE_NOT_FOUND");
});

test("a bot's upload becomes a message with the file", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world);
  const content = Buffer.from("order 42").toString("base64");

  const upload = { dialogId: PEOPLE.employee, fields: { name: "order.pdf", content, message: "Here it is" } };
  const { body } = await bot.call("imbot.v2.File.upload", upload);

  expect(body["result"]).toMatchObject({ file: { name: "order.pdf", extension: "pdf", size: 8 }, dialogId: "3" });
  const dialogs = await world.control("GET", `/dialogs?as=${PEOPLE.employee}`);
  expect(dialogs[0].lastMessage).toMatchObject({ text: "Here it is", files: [{ name: "order.pdf", sizeBytes: 8 }] });
  const page = await fetch(world.origin + dialogs[0].lastMessage.files[0].url);
  expect(await page.text()).toBe("order 42");
});

test.each([
  ["FILE_EMPTY", ""],
  ["FILE_INVALID_CONTENT", "data:image/png;base64,AAAA"],
])("an upload is refused with %s", async (code, content) => {
  const world = await startTestPortal();
  const bot = await registerBot(world);

  const reply = await bot.call("imbot.v2.File.upload", {
    dialogId: PEOPLE.employee,
    fields: { name: "a.png", content },
  });

  expect(reply.body["error"]).toBe(code);
});
