import { freeName, addFile, namesake, replaceContent } from "../../disk/objects.ts";
import type { DiskFile, DiskFolder } from "../../state/disk.ts";
import { newSecret } from "../../oauth/tokens.ts";
import type { Portal } from "../../portal.ts";
import { nextId } from "../../state/state.ts";
import { decodeBase64 } from "../../chat/store-file.ts";
import type { Answer, Call } from "../method.ts";
import { flag, record, text, type Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { nameTaken } from "./access.ts";
import { doorOf } from "./download.ts";
import { readName } from "./object-name.ts";
import { giveRights, readRights } from "./rights.ts";
import { newObjectView } from "./object-view.ts";

/**
 * Uploads into a folder: at once with `fileContent`, otherwise the answer names the address that takes the file.
 *
 * Bitrix24 docs: disk.folder.uploadFile.
 */
export async function uploadInto(call: Call, folder: DiskFolder): Promise<Answer> {
  const { portal, caller, params } = call;
  const isNameMadeUnique = flag(params, "generateUniqueName", false);
  const given = readContent(params);
  if (given === null) {
    const name = text(record(params, "data"), "NAME").trim();
    const ticket = { userId: caller.user.id, folderId: folder.id, name, isNameMadeUnique };
    const id = newSecret();
    portal.state.uploadTickets.set(id, { id, ...ticket });
    return { result: { field: "file", uploadUrl: `${doorOf(portal, caller, "upload")}token=${id}` } };
  }
  const name = chooseName(portal, folder, readName(call), isNameMadeUnique);
  const rights = readRights(params);
  const content = await keepContent(portal, given.content);
  const file = addFile(portal, folder, { name, ...content }, caller.user.id);
  giveRights(portal.state, file, rights);
  return { result: newObjectView(call, file) };
}

/** Gives a file a new version from `fileContent`. @throws RestError when there is none. */
export async function uploadVersion(call: Call, file: DiskFile): Promise<void> {
  const given = readContent(call.params);
  if (given === null) throw badRequest("ERROR_ARGUMENT", "Invalid value of parameter {fileContent}: it is required");
  replaceContent(call.portal, file, await keepContent(call.portal, given.content), call.caller.user.id);
}

/** The name that a new file gets. @throws RestError when it is taken and may not be changed. */
export function chooseName(portal: Portal, folder: DiskFolder, name: string, isMadeUnique: boolean): string {
  if (isMadeUnique) return freeName(portal.state, folder.id, name);
  if (namesake(portal.state, folder.id, name) !== null) throw nameTaken();
  return name;
}

/** `[name, base64]`, or the base64 alone; null when nothing was given. @throws RestError for anything else. */
function readContent(params: Params): { content: Buffer } | null {
  const given = params["fileContent"];
  if (given === undefined || given === null || given === "") return null;
  const parts = typeof given === "object" ? Object.values(given) : [given];
  const encoded = parts.at(-1);
  const content = typeof encoded === "string" && encoded !== "" ? decodeBase64(encoded) : null;
  if (content === null) throw badRequest("ERROR_COULD_NOT_SAVE_FILE", "Could not save file");
  return { content };
}

async function keepContent(portal: Portal, content: Buffer): Promise<{ contentId: number; sizeBytes: number }> {
  const contentId = nextId(portal.state, "file");
  await portal.files.put(contentId, content);
  return { contentId, sizeBytes: content.length };
}
