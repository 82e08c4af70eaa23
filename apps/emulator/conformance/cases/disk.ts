import { attachObject } from "../../src/disk/attachments.ts";
import { PEOPLE, type Cases, type Params, type World } from "../world.ts";

const CONTENT = ["demo.txt", Buffer.from("demo").toString("base64")];

/** The manager's own drive. */
async function ownStorage(world: World): Promise<number> {
  const filter = { ENTITY_TYPE: "user", ENTITY_ID: PEOPLE.manager };
  const [storage] = await world.call("disk.storage.getList", { filter });
  return Number(storage.ID);
}

let made = 0;

/** A new folder on the manager's drive. */
async function aFolder(world: World): Promise<number> {
  made += 1;
  const folder = await world.call("disk.storage.addFolder", {
    id: await ownStorage(world),
    data: { NAME: `Folder ${made}` },
  });
  return folder.ID;
}

/** A new file in a new folder. */
async function aFile(world: World): Promise<number> {
  const id = await aFolder(world);
  const file = await world.call("disk.folder.uploadFile", { id, data: { NAME: "demo.txt" }, fileContent: CONTENT });
  return file.ID;
}

const withFolder = async (world: World): Promise<Params> => ({ id: await aFolder(world) });
const withFile = async (world: World): Promise<Params> => ({ id: await aFile(world) });
const withStorage = async (world: World): Promise<Params> => ({ id: await ownStorage(world) });

export const diskCases: Cases = {
  "disk.storage.getTypes": () => ({}),
  "disk.storage.getFields": () => ({}),
  "disk.storage.getList": () => ({ filter: { ENTITY_TYPE: "user" } }),
  "disk.storage.get": withStorage,
  "disk.storage.getForApp": () => ({}),
  "disk.storage.rename": async (world) => ({
    id: Number((await world.call("disk.storage.getForApp")).ID),
    newName: "Drive of the application",
  }),
  "disk.storage.getChildren": async (world) => {
    await aFolder(world);
    return { ...(await withStorage(world)), filter: { TYPE: "folder" } };
  },
  "disk.storage.addFolder": async (world) => ({ ...(await withStorage(world)), data: { NAME: "Reports" } }),
  "disk.storage.uploadFile": async (world) => ({
    ...(await withStorage(world)),
    data: { NAME: "report.txt" },
    fileContent: CONTENT,
    generateUniqueName: true,
  }),

  "disk.folder.getFields": () => ({}),
  "disk.folder.get": withFolder,
  "disk.folder.getChildren": async (world) => {
    const id = await aFolder(world);
    await world.call("disk.folder.addSubFolder", { id, data: { NAME: "Inner" } });
    await world.call("disk.folder.uploadFile", { id, data: { NAME: "demo.txt" }, fileContent: CONTENT });
    return { id };
  },
  "disk.folder.addSubFolder": async (world) => ({ ...(await withFolder(world)), data: { NAME: "Inner" } }),
  "disk.folder.uploadFile": async (world) => ({
    ...(await withFolder(world)),
    data: { NAME: "demo.txt" },
    fileContent: CONTENT,
  }),
  "disk.folder.rename": async (world) => ({ ...(await withFolder(world)), newName: `Renamed ${made}` }),
  "disk.folder.moveTo": async (world) => ({ ...(await withFolder(world)), targetFolderId: await aFolder(world) }),
  "disk.folder.copyTo": async (world) => ({ ...(await withFolder(world)), targetFolderId: await aFolder(world) }),
  "disk.folder.markDeleted": withFolder,
  "disk.folder.restore": async (world) => {
    const id = await aFolder(world);
    await world.call("disk.folder.markDeleted", { id });
    return { id };
  },
  "disk.folder.deleteTree": withFolder,
  "disk.folder.getExternalLink": withFolder,
  "disk.folder.shareToUser": async (world) => ({
    ...(await withFolder(world)),
    userId: PEOPLE.employee,
    taskName: "disk_access_read",
  }),
  "disk.rights.getTasks": () => ({}),

  "disk.file.getFields": () => ({}),
  "disk.file.get": withFile,
  "disk.file.rename": async (world) => ({ ...(await withFile(world)), newName: "renamed.txt" }),
  "disk.file.moveTo": async (world) => ({ ...(await withFile(world)), targetFolderId: await aFolder(world) }),
  "disk.file.copyTo": async (world) => ({ ...(await withFile(world)), targetFolderId: await aFolder(world) }),
  "disk.file.markDeleted": withFile,
  "disk.file.restore": async (world) => {
    const id = await aFile(world);
    await world.call("disk.file.markDeleted", { id });
    return { id };
  },
  "disk.file.delete": withFile,
  "disk.file.getExternalLink": withFile,
  "disk.file.uploadVersion": async (world) => ({ ...(await withFile(world)), fileContent: CONTENT }),
  "disk.file.getVersions": withFile,
  "disk.file.restoreFromVersion": async (world) => {
    const id = await aFile(world);
    const [version] = await world.call("disk.file.getVersions", { id });
    return { id, versionId: Number(version.ID) };
  },
  "disk.file.search": async (world) => {
    await aFile(world);
    return { QUERY: "demo.txt", TYPE: "file" };
  },
  "disk.version.get": async (world) => {
    const [version] = await world.call("disk.file.getVersions", { id: await aFile(world) });
    return { id: Number(version.ID) };
  },
  "disk.attachedObject.get": async (world) => {
    const target = { moduleId: "tasks", entityType: "tasks_task", entityId: 1 };
    return { id: attachObject(world.portal, await aFile(world), target, PEOPLE.manager).id };
  },
};
