import { attachToChat } from "../../chat/store-file.ts";
import { deleteMessage } from "../../chat/edit-message.ts";
import { messagesOf } from "../../chat/find.ts";
import { writeAs } from "../../chat/write-as.ts";
import { canReadObject } from "../../disk/access.ts";
import { copyFile, destroyObject } from "../../disk/change.ts";
import { chatFolder, savedFilesFolder } from "../../disk/chat-folder.ts";
import { rootOf, userStorage } from "../../disk/storages.ts";
import type { DiskFile } from "../../state/disk.ts";
import type { Chat } from "../../state/model.ts";
import { diskUser } from "../disk/access.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, list, text, type Params } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { isYes, openDialog, paramsOf, readChat } from "./access.ts";
import { fileModel } from "./file-model.ts";
import { imFileView } from "./message-view.ts";

/** Files of chats through the disk. Bitrix24 docs: api-reference/chats/files. */
export const imDiskMethods: RestMethod[] = [
  { name: "im.disk.folder.get", scopes: ["im"], missing: "own", run: getFolder },
  { name: "im.disk.file.commit", scopes: ["im"], missing: "own", run: commit },
  { name: "im.disk.file.save", scopes: ["im"], missing: "own", run: save },
  { name: "im.disk.file.delete", scopes: ["im"], missing: "own", run: remove },
];

function getFolder(call: Call): Answer {
  return { result: { ID: chatFolder(call.portal, placeOf(call)).id } };
}

/** Sends files that lie on the disk into a chat. One from elsewhere is copied into the chat's folder first. */
async function commit(call: Call): Promise<Answer> {
  const { portal, caller } = call;
  const params = paramsOf(call);
  const chat = placeOf(call);
  const folder = chatFolder(portal, chat);
  const ids = [...list(params, "UPLOAD_ID"), ...list(params, "FILE_ID"), ...list(params, "DISK_ID")].map(Number);
  if (ids.length === 0) throw badRequest("FILES_ERROR", "File ID can't be empty");
  const files = ids
    .map((id) => readFile(call, id))
    .map((file) => (file.parentId === folder.id ? file : copyFile(portal, file, folder, caller.user.id)));
  const stored = await Promise.all(files.map((file) => attachToChat(portal, chat, file)));
  const message = writeAs(portal, caller.user, chat, {
    text: text(params, "MESSAGE"),
    fileIds: stored.map(({ id }) => id),
    ...(isYes(params, "SILENT_MODE") && { isSilentForClient: true }),
  });
  return {
    result: {
      FILES: Object.fromEntries(stored.map((file) => [`upload${file.id}`, dateless(imFileView(portal, file))])),
      DISK_ID: files.map(({ id }) => String(id)),
      FILE_MODELS: Object.fromEntries(files.map((file) => [`upload${file.id}`, fileModel(portal, file)])),
      MESSAGE_ID: message.id,
    },
  };
}

/** The portal writes its date object here as an empty one. */
function dateless(view: Record<string, unknown>): Record<string, unknown> {
  return { ...view, date: {} };
}

/** Copies a file of a chat to the caller's own drive. */
function save(call: Call): Answer {
  const { portal, caller } = call;
  const file = readFile(call, integer(paramsOf(call), "FILE_ID") ?? integer(paramsOf(call), "DISK_ID") ?? 0);
  const root = rootOf(portal.state, userStorage(portal, caller.user.id));
  if (root === null) throw badRequest("FILE_SAVE_ERROR", "File can't be saved");
  const folder = savedFilesFolder(portal, root, caller.user.id);
  const copy = copyFile(portal, file, folder, caller.user.id);
  return { result: { folder: { id: folder.id, name: folder.name }, file: { id: copy.id, name: copy.name } } };
}

/** Its author takes a file out of the chat, and with the last file the message. */
function remove(call: Call): Answer {
  const { portal, caller } = call;
  const params = paramsOf(call);
  const chat = placeOf(call);
  const file = readFile(call, integer(params, "FILE_ID") ?? integer(params, "DISK_ID") ?? 0);
  if (portal.state.files.get(file.id)?.chatId !== chat.id) throw badRequest("FILE_ID_ERROR", "File not found");
  if (file.createdBy !== caller.user.id && chat.ownerId !== caller.user.id) {
    throw forbidden("ACCESS_ERROR", "You do not have access to this file");
  }
  for (const message of messagesOf(portal.state, chat.id)) {
    if (!message.fileIds.includes(file.id)) continue;
    message.fileIds = message.fileIds.filter((id) => id !== file.id);
    if (message.fileIds.length === 0 && message.text === "") deleteMessage(portal, message);
    else portal.live.publish({ type: "message.updated", message });
  }
  destroyObject(portal.state, file);
  return TRUE;
}

/** CHAT_ID or DIALOG_ID; a person as DIALOG_ID opens the private chat. */
function placeOf(call: Call): Chat {
  const params: Params = paramsOf(call);
  return text(params, "DIALOG_ID") === "" ? readChat(call, params) : openDialog(call, params);
}

function readFile(call: Call, id: number): DiskFile {
  const file = call.portal.state.diskObjects.get(id);
  if (file?.kind !== "file" || file.isDeleted) throw badRequest("FILE_ID_ERROR", "File not found");
  if (!canReadObject(call.portal.state, file, diskUser(call))) {
    throw forbidden("ACCESS_ERROR", "You do not have access to this file");
  }
  return file;
}
