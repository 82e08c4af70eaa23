import {
  type B24Client,
  B24Error,
  type CallOptions,
  callTogether,
  command,
  earlier,
  type MethodResult,
} from "@botdeck/b24-client";

import { answerOf, must } from "../clients/told.ts";

type Folder = { portalId: string; name: string };

/** The ids of folders that were made or found. */
export type FolderCache = {
  of(folder: Folder): string | null;
  keep(folder: Folder, id: string): void;
  forget(folder: Folder): void;
};

export function createFolderCache(): FolderCache {
  const kept = new Map<string, string>();
  const keyOf = ({ portalId, name }: Folder) => `${portalId}/${name}`;
  return {
    of: (folder) => kept.get(keyOf(folder)) ?? null,
    keep: (folder, id) => void kept.set(keyOf(folder), id),
    forget: (folder) => void kept.delete(keyOf(folder)),
  };
}

/**
 * The folder of that name on the app's drive; with a webhook, which has none, on the company's, else on that of the
 * webhook's person. It is made when it is not there.
 *
 * @throws B24Error when no drive may be seen, or written to.
 * @see Bitrix24 docs: disk.storage.getForApp, disk.storage.getList, disk.storage.addFolder
 */
export async function folderOnDisk(
  client: B24Client,
  folder: Folder,
  cache: FolderCache,
  options?: CallOptions,
): Promise<string> {
  const known = cache.of(folder);
  if (known !== null) return known;
  const { storageId, folderId } = await find(client, folder.name, options);
  const id = folderId ?? (await make(client, storageId, folder.name, options));
  cache.keep(folder, id);
  return id;
}

async function find(client: B24Client, name: string, options: CallOptions | undefined) {
  const filter = { NAME: name };
  const told = await callTogether(
    client,
    {
      app: command("disk.storage.getForApp", {}),
      common: command("disk.storage.getList", { filter: { ENTITY_TYPE: "common" } }),
      inApp: command("disk.storage.getChildren", { id: earlier("app", "ID"), filter }),
      inCommon: command("disk.storage.getChildren", { id: earlier("common", "0", "ID"), filter }),
    },
    options,
  );
  const appId = answerOf(told.app)?.ID ?? null;
  const storageId = appId ?? must(told.common)[0]?.ID ?? null;
  if (storageId === null) {
    const method = "disk.storage.getList";
    throw new B24Error("forbidden", "The portal shows no drive that files could be put on", {
      method,
      outcome: "not_applied",
    });
  }
  return { storageId, folderId: folderIn(answerOf(appId === null ? told.inCommon : told.inApp), name) };
}

async function make(client: B24Client, storageId: string, name: string, options?: CallOptions): Promise<string> {
  const method = "disk.storage.addFolder";
  try {
    const { ID } = await client.call(method, { id: storageId, data: { NAME: name } }, options);
    if (ID != null) return ID;
  } catch (error) {
    // Another process has made it meanwhile.
    if (!(error instanceof B24Error && error.code === "rejected")) throw error;
    const there = await client.call("disk.storage.getChildren", { id: storageId, filter: { NAME: name } }, options);
    const folderId = folderIn(there, name);
    if (folderId === null) throw error;
    return folderId;
  }
  throw new B24Error("unreachable", `The portal did not name the folder ${name}`, { method, outcome: "unknown" });
}

function folderIn(children: MethodResult<"disk.storage.getChildren"> | null, name: string): string | null {
  return children?.find(({ NAME, TYPE }) => NAME === name && TYPE === "folder")?.ID ?? null;
}
