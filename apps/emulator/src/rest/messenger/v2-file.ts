import { decodeBase64, storeFile } from "../../chat/store-file.ts";
import { dialogIdFor } from "../../chat/find.ts";
import { writeAs } from "../../chat/write-as.ts";
import type { Chat } from "../../state/model.ts";
import { createDownloadUrl } from "../download.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, record, text } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { openDialog } from "./access.ts";
import { imFileView } from "./message-view.ts";

const MAX_FILE_BYTES = 100 * 1024 * 1024;

/** Files as the calling user. Bitrix24 docs: chat-bots-v2/im.v2/files. */
export const v2FileMethods: RestMethod[] = [
  { name: "im.v2.File.upload", scopes: ["im"], missing: "own", run: upload },
  { name: "im.v2.File.download", scopes: ["im"], missing: "own", run: download },
];

async function upload(call: Call): Promise<Answer> {
  const { portal, caller } = call;
  const chat = readPlace(call);
  const fields = record(call.params, "fields");
  const [name, encoded] = [text(fields, "name"), text(fields, "content")];
  if (encoded === "" || name === "") throw badRequest("FILE_EMPTY", "File is empty");
  const content = decodeBase64(encoded);
  if (content === null) throw badRequest("FILE_INVALID_CONTENT", "File content is not valid base64");
  if (content.length > MAX_FILE_BYTES) throw badRequest("FILE_TOO_LARGE", "File is too large");
  const file = await storeFile(portal, chat, { name, content, authorId: caller.user.id });
  const message = writeAs(portal, caller.user, chat, { text: text(fields, "message"), fileIds: [file.id] });
  return {
    result: {
      file: imFileView(portal, file),
      messageId: message.id,
      chatId: chat.id,
      dialogId: dialogIdFor(chat, caller.user.id),
    },
  };
}

/** The file has to be of the named dialog. */
function download(call: Call): Answer {
  const chat = readPlace(call);
  const file = call.portal.state.files.get(integer(call.params, "fileId") ?? 0);
  if (file === undefined) throw badRequest("FILE_NOT_FOUND", "File not found");
  if (file.chatId !== chat.id) throw forbidden("FILE_ACCESS_ERROR", "Access to the file is denied");
  return { result: { downloadUrl: createDownloadUrl(call.portal, file.id, "im") } };
}

/** The second API has a word of its own for a dialog that is not there. */
function readPlace(call: Call): Chat {
  const dialogId = text(call.params, "dialogId");
  const isPerson = /^\d+$/.test(dialogId) && call.portal.state.people.has(Number(dialogId));
  const isChat = call.portal.state.chats.has(Number(/^chat(\d+)$/.exec(dialogId)?.[1] ?? 0));
  if (!isPerson && !isChat) throw badRequest("CHAT_NOT_FOUND", "Chat not found");
  return openDialog(call, { DIALOG_ID: dialogId });
}
