import { newId } from "@botdeck/core/ids";
import { keepFile, message } from "@botdeck/db";
import { expect, test } from "vitest";

import { addBot, addConversation } from "../test-conversations.ts";
import { setupConsole } from "../test-console.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

test("a client's picture is shown to whoever may see it, and runs nothing", async () => {
  const { app, cookieOf, db, ids, id, query } = await setup();
  const name = `"><script>alert(1)</script>'.png`;
  const place = { ...ids, conversationId: id, sourceFileId: "31" };
  const { id: fileId } = await keepFile(db, { ...place, name, contentType: "image/png", content: PNG });
  const files = [{ id: "31", name, sizeBytes: PNG.byteLength }];
  await db.insert(message).values({ conversationId: id, author: "client", authorName: "Anna", text: "", files });
  const open = async (cookie?: string) => app.inject({ url: `/files/${fileId}`, headers: cookie ? { cookie } : {} });

  const shown = await open(await cookieOf("operator"));
  expect(shown.statusCode).toBe(200);
  expect(shown.rawPayload).toEqual(PNG);
  expect(shown.headers).toMatchObject({
    "content-type": "image/png",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });
  expect(shown.headers["content-disposition"]).not.toMatch(/[<>"]/);
  expect([(await open()).statusCode, (await open(await cookieOf("viewer"))).statusCode]).toEqual([401, 403]);
  const gone = await app.inject({ url: `/files/${newId()}`, headers: { cookie: await cookieOf("operator") } });
  expect(gone.statusCode).toBe(404);
  const rows = async (role: "operator" | "viewer") =>
    (await query("conversation.messages", { conversationId: id }, await cookieOf(role))).data;
  expect(await rows("operator")).toMatchObject({ rows: [{ files: [{ kept: { id: fileId, isPicture: true } }] }] });
  expect(await rows("viewer")).toMatchObject({ rows: [{ files: [{ name: null, kept: null }] }] });
});

test("a file that is no picture is saved and never shown, whatever it says it is", async () => {
  const { app, cookieOf, db, ids, id } = await setup();
  const content = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
  const place = { ...ids, conversationId: id, sourceFileId: "32" };
  const file = await keepFile(db, { ...place, name: "a.svg", contentType: "image/svg+xml", content });
  const { headers } = await app.inject({ url: `/files/${file.id}`, headers: { cookie: await cookieOf("operator") } });
  expect(headers["content-type"]).toBe("application/octet-stream");
  expect(headers["content-disposition"]).toMatch(/^attachment/);
});

async function setup() {
  const { app, cookieOf, database, query } = await setupConsole();
  const { db } = database;
  const ids = await addBot(db);
  const { id } = await addConversation(db, ids);
  return { app, cookieOf, db, ids, id, query };
}
