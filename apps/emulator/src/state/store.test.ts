import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, onTestFinished, test } from "vitest";

import { FIRST_PEOPLE, seedState } from "../seed.ts";
import { createFolderFiles } from "./file-contents.ts";
import { nextId } from "./state.ts";
import { createStore, loadState } from "./store.ts";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "emulator-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

test("a portal is found again as it was left", async () => {
  const path = join(await folder(), "deeper", "state.json");
  const state = seedState({ people: FIRST_PEOPLE });
  const store = createStore(path, state, (error) => expect.fail(String(error)));

  state.webhooks.set("code", { id: "code", userId: 1, scopes: ["imbot"] });
  store.changed();
  await store.close();
  const found = await loadState(path);

  expect(found).toEqual(state);
  expect(found === null ? 0 : nextId(found, "person")).toBe(7);
});

test("changes are written without being asked for", async () => {
  const path = join(await folder(), "state.json");
  const state = seedState({ people: FIRST_PEOPLE });
  const store = createStore(path, state, (error) => expect.fail(String(error)));

  store.changed();

  await expect.poll(() => readFile(path, "utf8").catch(() => "")).toContain(state.memberId);
  await store.close();
});

test("a fresh portal has no file, and a broken file is an error", async () => {
  const path = await folder();

  expect(await loadState(join(path, "none.json"))).toBeNull();
  await expect(loadState(path)).rejects.toThrow();
});

test("files are kept beside the state", async () => {
  const path = join(await folder(), "files");
  await createFolderFiles(path).put(3, Buffer.from("order"));

  expect((await createFolderFiles(path).get(3)).toString()).toBe("order");
});
