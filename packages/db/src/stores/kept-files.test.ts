import { createHash, randomBytes } from "node:crypto";

import { newId } from "@botdeck/core/ids";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { MOST_FILE_BYTES } from "../schema/kept-file.ts";
import { createDesk, type Desk } from "../testing/desk.ts";
import { createWorld, type World } from "../testing/world.ts";
import { type FileToKeep, keepFile, listKeptFiles, noteDiskFile, readKeptFile } from "./kept-files.ts";

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await createWorld();
  desk = await createDesk(world);
});
afterAll(() => world.close());

const newFile = async (content: Uint8Array): Promise<FileToKeep> => ({
  portalId: desk.portalId,
  botId: desk.botId,
  conversationId: (await desk.addConversation({ dialogId: newId() })).id,
  sourceFileId: "17",
  name: "photo.jpg",
  contentType: "image/jpeg",
  content,
});

test("a file comes back byte by byte, and its list tells all but its content", async () => {
  const content = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
  const file = await newFile(content);
  const kept = await keepFile(world.db, file);
  await keepFile(world.db, { ...file, sourceFileId: "18", name: "second.jpg" });
  await noteDiskFile(world.db, kept.id, "501");

  const { content: read, ...about } = (await readKeptFile(world.db, kept.id)) ?? {};
  expect(Buffer.from(read ?? []).equals(content)).toBe(true);
  const sha256 = createHash("sha256").update(content).digest("hex");
  expect(about).toEqual({ ...kept, sha256, sizeBytes: 70_000, diskFileId: "501" });
  expect(await listKeptFiles(world.db, file.conversationId)).toMatchObject([about, { name: "second.jpg", sha256 }]);
  expect(await readKeptFile(world.db, newId())).toBeNull();
});

test("the same file of a conversation is kept once, also when it comes twice at once", async () => {
  const file = await newFile(randomBytes(100));
  const kept = await Promise.all([keepFile(world.db, file), keepFile(world.db, file)]);
  expect(kept[0]).toEqual(kept[1]);
  expect(await keepFile(world.db, { ...file, content: randomBytes(5) })).toEqual(kept[0]);
  expect(await listKeptFiles(world.db, file.conversationId)).toEqual([kept[0]]);
});

test("a file may be as large as the limit and no larger, and is stored as it is", async () => {
  const file = await newFile(new Uint8Array(MOST_FILE_BYTES));
  expect(await keepFile(world.db, file)).toMatchObject({ sizeBytes: MOST_FILE_BYTES });
  const tooLarge = { ...file, sourceFileId: "18", content: new Uint8Array(MOST_FILE_BYTES + 1) };
  await expect(keepFile(world.db, tooLarge)).rejects.toMatchObject({ code: "invalid" });
  const [stored] = await world.db.execute<{ bytes: number }>(sql`
    select pg_column_size(content)::int as bytes from kept_file where size_bytes = ${MOST_FILE_BYTES}::int`);
  expect(stored?.bytes).toBeGreaterThanOrEqual(MOST_FILE_BYTES);
});
