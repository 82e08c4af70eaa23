import { createHash } from "node:crypto";

import { type B24Client, B24Error, type CallOptions } from "@botdeck/b24-client";

import { type FolderCache, folderOnDisk } from "./folder-on-disk.ts";

export type DiskFile = {
  portalId: string;
  folderName: string;
  /** Such as `photo-1.jpg`. The stored name carries the key besides. */
  name: string;
  content: Uint8Array;
  /** Stable id of the cause: the same key finds the file that an earlier try has put there. */
  key: string;
};

/**
 * Puts a file on the portal's disk, once: into a folder of the app's own drive, or of the company's.
 *
 * @returns The id of the object on the disk, which attachments name as `n123`.
 * @throws B24Error `forbidden` when the webhook or app lacks the `disk` scope or may not write there.
 * @see Bitrix24 docs: disk.folder.uploadFile
 */
export async function putOnDisk(
  client: B24Client,
  file: DiskFile,
  folders: FolderCache,
  options?: CallOptions,
): Promise<string> {
  const where = { portalId: file.portalId, name: file.folderName };
  try {
    return await putInto(client, await folderOnDisk(client, where, folders, options), file, options);
  } catch (error) {
    // Somebody has thrown away the folder that we remember.
    if (!isGone(error)) throw error;
    folders.forget(where);
    return putInto(client, await folderOnDisk(client, where, folders, options), file, options);
  }
}

async function putInto(client: B24Client, id: string, file: DiskFile, options?: CallOptions): Promise<string> {
  const NAME = storedName(file);
  const upload = { id, data: { NAME }, fileContent: [NAME, Buffer.from(file.content).toString("base64")] };
  try {
    const { ID } = await client.call("disk.folder.uploadFile", upload, options);
    if (ID != null) return ID;
  } catch (error) {
    // The name is taken, by what an earlier try has put there: it is looked for only then, so one request mostly suffices.
    if (!(error instanceof B24Error && error.code === "rejected")) throw error;
    const found = await client.call("disk.folder.getChildren", { id, filter: { NAME } }, options);
    const ours = found.find((child) => child.NAME === NAME)?.ID;
    if (ours == null) throw error;
    return ours;
  }
  const method = "disk.folder.uploadFile";
  throw new B24Error("unreachable", `The portal did not name the file ${NAME}`, { method, outcome: "unknown" });
}

/** `photo-1.jpg` and its key make `photo-1 5f2c9a01be.jpg`. */
function storedName({ name, key }: DiskFile): string {
  const mark = createHash("sha256").update(key).digest("hex").slice(0, 10);
  const safe = name.replaceAll(/[^\p{L}\p{N} ._-]/gu, "_").slice(-80);
  const dot = safe.lastIndexOf(".");
  return dot > 0 ? `${safe.slice(0, dot)} ${mark}${safe.slice(dot)}` : `${safe} ${mark}`.trim();
}

function isGone(error: unknown): boolean {
  return error instanceof B24Error && error.code === "not_found";
}
