import { postMessage } from "../../chat/post-message.ts";
import { decodeBase64, storeFile } from "../../chat/store-file.ts";
import { dialogIdFor } from "../../chat/find.ts";
import { fileView } from "../../wire/v2-message.ts";
import { createDownloadUrl } from "../download.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, record, text } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { chatOfBot, ownBot } from "./access.ts";

const MAX_FILE_BYTES = 100 * 1024 * 1024;

/** Bitrix24 docs: chat-bots-v2/imbot.v2/files. */
export const fileMethods: RestMethod[] = [
  { name: "imbot.v2.File.upload", scopes: ["imbot"], missing: "own", run: upload },
  { name: "imbot.v2.File.download", scopes: ["imbot"], missing: "own", run: download },
];

async function upload(call: Call): Promise<Answer> {
  const bot = ownBot(call);
  const chat = chatOfBot(call, bot);
  const fields = record(call.params, "fields");
  const encoded = text(fields, "content");
  if (encoded === "" || text(fields, "name") === "") throw badRequest("FILE_EMPTY", "File is empty");
  const content = decodeBase64(encoded);
  if (content === null) throw badRequest("FILE_INVALID_CONTENT", "File content is not valid base64");
  if (content.length > MAX_FILE_BYTES) throw badRequest("FILE_TOO_LARGE", "File is too large");
  const file = await storeFile(call.portal, chat, { name: text(fields, "name"), content, authorId: bot.id });
  const message = postMessage(call.portal, chat, {
    authorId: bot.id,
    text: text(fields, "message"),
    fileIds: [file.id],
  });
  return {
    result: {
      file: fileView(call.portal.state, file),
      messageId: message.id,
      chatId: chat.id,
      dialogId: dialogIdFor(chat, bot.id),
    },
  };
}

function download(call: Call): Answer {
  const bot = ownBot(call);
  const file = call.portal.state.files.get(integer(call.params, "fileId") ?? 0);
  if (file === undefined) throw badRequest("FILE_NOT_FOUND", "File not found");
  const isMember = call.portal.state.chats.get(file.chatId)?.memberIds.includes(bot.id) === true;
  if (!isMember) throw forbidden("FILE_ACCESS_ERROR", "Access to the file is denied");
  return { result: { downloadUrl: createDownloadUrl(call.portal, file.id) } };
}
