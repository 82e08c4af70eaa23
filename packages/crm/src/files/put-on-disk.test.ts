import { createB24Client, createLocalBudget } from "@botdeck/b24-client";
import { createFakePortal, type FakeMethod } from "@botdeck/b24-client/testing";
import { expect, test } from "vitest";

import { createFolderCache } from "./folder-on-disk.ts";
import { putOnDisk } from "./put-on-disk.ts";

const WEBHOOK = { kind: "webhook", url: "https://demo.bitrix24.example/rest/1/democode/" } as const;
type Entry = { ID: string; NAME: string; TYPE: "folder" | "file"; parent: string };

/** A portal whose names are taken once; `hasApp` gives it a drive of the app's. */
function setup({ hasApp = false } = {}) {
  const entries: Entry[] = [];
  let lastId = 100;
  const put = (parent: unknown, NAME: string, TYPE: Entry["TYPE"]): Entry => {
    const isTaken = entries.some((entry) => entry.parent === String(parent) && entry.NAME === NAME);
    if (isTaken) throw { error: "DISK_OBJ_22000", error_description: "Taken" };
    const entry: Entry = { ID: String(++lastId), NAME, TYPE, parent: String(parent) };
    entries.push(entry);
    return entry;
  };
  const children: FakeMethod = ({ id, filter }) =>
    entries.filter(({ parent, NAME }) => parent === String(id) && NAME === (filter as { NAME: string }).NAME);
  const portal = createFakePortal({
    "disk.storage.getForApp": () => {
      if (hasApp) return { ID: "7" };
      throw { error: "WRONG_AUTH_TYPE", error_description: "Application context required" };
    },
    "disk.storage.getList": () => [{ ID: "3", ENTITY_TYPE: "common" }],
    "disk.storage.getChildren": children,
    "disk.folder.getChildren": children,
    "disk.storage.addFolder": ({ id, data }) => put(id, (data as { NAME: string }).NAME, "folder"),
    "disk.folder.uploadFile": ({ id, data }) => {
      if (!entries.some(({ ID }) => ID === String(id))) throw { error: "ERROR_NOT_FOUND", error_description: "Gone" };
      return put(id, (data as { NAME: string }).NAME, "file");
    },
  });
  const client = createB24Client({ portal: WEBHOOK, transport: portal.transport, budget: createLocalBudget() });
  const folders = createFolderCache();
  const upload = (key: string) => {
    const content = Buffer.from("a photo");
    return putOnDisk(client, { portalId: "p", folderName: "Botdeck", name: "../photo.jpg", content, key }, folders);
  };
  return { entries, requests: portal.requests, upload };
}

test("photos go into one folder that is made once, and cost one request each from then on", async () => {
  const { entries, requests, upload } = setup();
  await upload("return:1:1");
  const before = requests.length;
  const id = await upload("return:1:2");
  expect(requests.length - before).toBe(1);
  expect(entries.map(({ TYPE, parent }) => [TYPE, parent])).toEqual([
    ["folder", "3"],
    ["file", "101"],
    ["file", "101"],
  ]);
  expect(entries.at(-1)).toMatchObject({ ID: id, NAME: expect.stringMatching(/^\.\._photo [0-9a-f]{10}\.jpg$/) });
});

test("a second try finds what the first left behind", async () => {
  const { entries, upload } = setup();
  const id = await upload("return:1:1");
  expect(await upload("return:1:1")).toBe(id);
  expect(entries).toHaveLength(2);
});

test("an app has a drive of its own; a folder that was thrown away is made anew", async () => {
  const { entries, upload } = setup({ hasApp: true });
  await upload("return:1:1");
  entries.length = 0;
  await upload("return:1:2");
  expect(entries.map(({ TYPE, parent }) => [TYPE, parent])).toEqual([
    ["folder", "7"],
    ["file", "103"],
  ]);
});
