import { expect, test } from "vitest";

import { issueAccessToken } from "../../oauth/tokens.ts";
import { personDoor } from "../../testing/people-doors.ts";
import type { PersonDoor } from "../../testing/people-doors.ts";
import { ALL_SCOPES, CLIENT_ID, PEOPLE, startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/send.ts";

const SCOPES = [...ALL_SCOPES, "disk"];

/** The root folder of somebody's drive. */
async function rootOf(door: PersonDoor, person: string): Promise<number> {
  const { result } = await door("disk.storage.getList", { filter: { ENTITY_TYPE: "user", ENTITY_ID: person } });
  return Number(result[0].ROOT_OBJECT_ID);
}

const base64 = (text: string): string => Buffer.from(text).toString("base64");

async function setup() {
  const world = await startTestPortal();
  const door = await personDoor(world, PEOPLE.employee);
  const root = await rootOf(door, PEOPLE.employee);
  const upload = async (name: string, content: string, more: object = {}): Promise<Json> => {
    const params = { id: root, data: { NAME: name }, fileContent: [name, base64(content)], ...more };
    return door("disk.folder.uploadFile", params);
  };
  return { world, door, root, upload };
}

test("a file comes back from its DOWNLOAD_URL as it was uploaded, and each of its versions too", async () => {
  const { door, upload } = await setup();
  const { result: file } = await upload("plan.txt", "one");

  const changed = await door("disk.file.uploadVersion", { id: file.ID, fileContent: ["plan.txt", base64("second")] });
  const versions = await door("disk.file.getVersions", { id: file.ID });

  expect(changed["result"]).toMatchObject({ SIZE: "6", GLOBAL_CONTENT_VERSION: 2 });
  expect(await (await fetch(changed["result"].DOWNLOAD_URL)).text()).toBe("second");
  const [newest, oldest] = versions["result"];
  expect([newest.GLOBAL_CONTENT_VERSION, oldest.GLOBAL_CONTENT_VERSION]).toEqual(["2", "1"]);
  expect(await (await fetch(oldest.DOWNLOAD_URL)).text()).toBe("one");

  await door("disk.file.restoreFromVersion", { id: file.ID, versionId: oldest.ID });
  const now = await door("disk.file.get", { id: file.ID });
  expect(await (await fetch(now["result"].DOWNLOAD_URL)).text()).toBe("one");
});

test("without content an address is given that takes the file once, in pieces", async () => {
  const { door, root } = await setup();
  const asked = await door("disk.folder.uploadFile", { id: root, data: { NAME: "big.bin" } });
  const { field, uploadUrl } = asked["result"];
  const content = Buffer.alloc(5 * 1024 * 1024, 7);
  const post = (): Promise<Response> => {
    const form = new FormData();
    form.append(field, new Blob([content]), "whatever.bin");
    return fetch(uploadUrl, { method: "POST", body: form });
  };

  // safe: the emulator answers JSON
  const first = (await (await post()).json()) as Json;
  const second = await post();

  expect(first["result"]).toMatchObject({ NAME: "big.bin", SIZE: String(content.length), PARENT_ID: String(root) });
  const bytes = await (await fetch(first["result"].DOWNLOAD_URL)).arrayBuffer();
  expect(content.equals(Buffer.from(bytes))).toBe(true);
  expect(second.status).toBe(400);
});

test("an application's DOWNLOAD_URL dies with the token that asked for it", async () => {
  const { world, root, upload } = await setup();
  await world.install("http://127.0.0.1:1/", SCOPES);
  const app = world.portal.state.apps.get(CLIENT_ID);
  if (app === undefined) throw new Error("The app was just installed.");
  const token = issueAccessToken(world.portal, app, Number(PEOPLE.employee)).id;
  await upload("plan.txt", "one");
  const { body } = await world.restAs(token, "disk.folder.getChildren", { id: root });
  const address: string = body["result"][0].DOWNLOAD_URL;

  const before = await fetch(address);
  world.pass(3601);
  const after = await fetch(address);

  expect([before.status, after.status]).toEqual([200, 401]);
  expect(await after.json()).toMatchObject({ error: "expired_token" });
});

test("a name is taken once in a folder, unless the portal may find another", async () => {
  const { upload } = await setup();
  await upload("plan.txt", "one");

  expect((await upload("plan.txt", "two"))["error"]).toBe("DISK_OBJ_22000");
  expect((await upload("plan.txt", "two", { generateUniqueName: true }))["result"].NAME).toBe("plan (1).txt");
  expect((await upload("", "two"))["error"]).toBe("DISK_BASE_SERVICE_22001");
});

test("what lies in the trash is in no list until it is restored", async () => {
  const { door, root, upload } = await setup();
  const { result: file } = await upload("plan.txt", "one");
  const listed = async (): Promise<unknown[]> =>
    (await door("disk.folder.getChildren", { id: root }))["result"].map(({ NAME }: Json) => NAME);

  const deleted = await door("disk.file.markDeleted", { id: file.ID });
  expect(deleted["result"]).toMatchObject({ DELETED_TYPE: "3", DELETED_BY: PEOPLE.employee });
  expect(await listed()).toEqual([]);

  await upload("plan.txt", "two");
  await door("disk.file.restore", { id: file.ID });
  expect(await listed()).toEqual(["plan (1).txt", "plan.txt"]);

  await door("disk.file.delete", { id: file.ID });
  expect((await door("disk.file.get", { id: file.ID }))["error"]).toBe("ERROR_NOT_FOUND");
});

test("a drive is its owner's, until a folder is shared; reading is not changing", async () => {
  const { world, door, root, upload } = await setup();
  const { result: file } = await upload("plan.txt", "one");
  const other = await personDoor(world, PEOPLE.operator);
  const codes = async (): Promise<unknown[]> => [
    (await other("disk.file.get", { id: file.ID }))["error"],
    (await other("disk.file.rename", { id: file.ID, newName: "mine.txt" }))["error"],
  ];

  expect(await codes()).toEqual(["ACCESS_DENIED", "ACCESS_DENIED"]);
  await door("disk.folder.shareToUser", { id: root, userId: PEOPLE.operator, taskName: "disk_access_read" });
  expect(await codes()).toEqual([undefined, "ACCESS_DENIED"]);
  await door("disk.folder.shareToUser", { id: root, userId: PEOPLE.operator, taskName: "disk_access_edit" });
  expect(await codes()).toEqual([undefined, undefined]);
});

test("a file may be opened to a department when it is uploaded", async () => {
  const { world, upload } = await setup();
  const { result: file } = await upload("plan.txt", "one", { rights: [{ TASK_ID: 71, ACCESS_CODE: "DR3" }] });
  const [operator, otherEmployee] = [
    await personDoor(world, PEOPLE.operator, SCOPES),
    await personDoor(world, "4", SCOPES),
  ];

  expect((await operator("disk.file.get", { id: file.ID }))["result"]).toMatchObject({ NAME: "plan.txt" });
  expect((await otherEmployee("disk.file.get", { id: file.ID }))["error"]).toBe("ACCESS_DENIED");
  const wrong = await upload("other.txt", "one", { rights: [{ TASK_ID: 1, ACCESS_CODE: "DR3" }] });
  expect(wrong["error"]).toBe("ERROR_ARGUMENT");
});

test("a folder goes with all that is in it, wherever it is copied or moved", async () => {
  const { door, root } = await setup();
  const add = async (id: number, NAME: string): Promise<number> =>
    (await door("disk.folder.addSubFolder", { id, data: { NAME } }))["result"].ID;
  const [from, target] = [await add(root, "from"), await add(root, "target")];
  await door("disk.folder.uploadFile", {
    id: await add(from, "inner"),
    data: { NAME: "a" },
    fileContent: ["a", "AAAA"],
  });

  const copy = (await door("disk.folder.copyTo", { id: from, targetFolderId: target }))["result"];
  const moved = await door("disk.folder.moveTo", { id: target, targetFolderId: from });
  const intoItself = await door("disk.folder.moveTo", { id: from, targetFolderId: copy.ID });
  const [inner] = (await door("disk.folder.getChildren", { id: copy.ID }))["result"];
  const [file] = (await door("disk.folder.getChildren", { id: inner.ID }))["result"];

  expect(moved["result"].PARENT_ID).toBe(from);
  expect(intoItself["error"]).toBe("ERROR_ARGUMENT");
  expect(file).toMatchObject({ NAME: "a", TYPE: "file", SIZE: "3" });
  await door("disk.folder.deleteTree", { id: from });
  expect((await door("disk.file.get", { id: file.ID }))["error"]).toBe("ERROR_NOT_FOUND");
});

test("anybody opens an external link, and its address stays the same", async () => {
  const { door, upload } = await setup();
  const { result: file } = await upload("plan.txt", "one");

  const link = (await door("disk.file.getExternalLink", { id: file.ID }))["result"];
  const again = (await door("disk.file.getExternalLink", { id: file.ID }))["result"];

  expect(again).toBe(link);
  expect(await (await fetch(link)).text()).toBe("one");
  await door("disk.file.markDeleted", { id: file.ID });
  expect((await fetch(link)).status).toBe(404);
});
