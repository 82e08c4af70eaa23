import type { Portal } from "../portal.ts";
import { dialogIdFor, nameOf, personById } from "../chat/find.ts";
import type { Bot, Chat, Message, Person } from "../state/model.ts";
import { MESSAGE_TYPES } from "../wire/v2-chat.ts";
import { authBlock } from "./auth-block.ts";
import type { Notice } from "./notice.ts";

const V1_EVENT_NAMES = {
  join: "ONIMBOTJOINCHAT",
  "message.add": "ONIMBOTMESSAGEADD",
  "message.update": "ONIMBOTMESSAGEUPDATE",
  "message.delete": "ONIMBOTMESSAGEDELETE",
  command: "ONIMCOMMANDADD",
  delete: "ONIMBOTDELETE",
} satisfies Record<Notice["kind"], string>;

/**
 * A notice in the form of the first bot API: upper case, with the bot's own tokens inside `BOT` or `COMMAND`.
 *
 * Bitrix24 docs: chat-bots/outdated, events.
 */
export function v1Event(portal: Portal, bot: Bot, notice: Notice): { event: string; data: Record<string, unknown> } {
  const event = V1_EVENT_NAMES[notice.kind];
  if (notice.kind === "delete") return { event, data: { BOT_ID: bot.id, BOT_CODE: bot.code } };
  const actor = personById(portal.state, notice.actorId);
  const auth = authBlock(portal, bot.owner, bot.id);
  const ofBot = { ...auth, AUTH: auth, BOT_ID: bot.id, BOT_CODE: bot.code };
  const data = { BOT: { [bot.id]: ofBot }, PARAMS: params(portal, bot, notice, actor), USER: userPart(actor) };
  if (notice.kind !== "command") return { event, data };
  const { command, context, message } = notice;
  const called = {
    ...ofBot,
    COMMAND: command.name,
    COMMAND_ID: command.id,
    COMMAND_PARAMS: notice.params,
    COMMAND_CONTEXT: context.toUpperCase(),
    MESSAGE_ID: message.id,
  };
  return { event, data: { COMMAND: { [command.id]: called }, PARAMS: data.PARAMS, USER: data.USER } };
}

function params(
  portal: Portal,
  bot: Bot,
  notice: Exclude<Notice, { kind: "delete" }>,
  actor: Person,
): Record<string, unknown> {
  const { chat } = notice;
  const type = MESSAGE_TYPES[chat.kind];
  const place = {
    ...(chat.kind === "private" ? { TO_USER_ID: bot.id, TO_CHAT_ID: chat.id } : chatPart(chat)),
    DIALOG_ID: dialogIdFor(chat, bot.id),
    FROM_USER_ID: actor.id,
    MESSAGE_TYPE: type,
    CHAT_TYPE: type,
    CHAT_USER_COUNT: chat.memberIds.length,
    LANGUAGE: actor.language,
  };
  if (notice.kind === "join") return { ...place, BOT_ID: bot.id, USER_ID: actor.id, ACCESS_HISTORY: 1 };
  return { ...place, ...messagePart(portal, bot, notice.message) };
}

function chatPart(chat: Chat): Record<string, unknown> {
  return {
    CHAT_ID: chat.id,
    TO_CHAT_ID: chat.id,
    CHAT_TITLE: chat.title,
    CHAT_AUTHOR_ID: chat.ownerId,
    CHAT_AVATAR: 0,
    CHAT_COLOR: chat.color,
    CHAT_ENTITY_TYPE: chat.kind === "open_line" ? "LINES" : "",
    CHAT_ENTITY_ID: chat.entityId,
    CHAT_EXTRANET: chat.kind === "open_line" ? "Y" : "N",
    CHAT_CAN_POST: "ALL",
  };
}

function messagePart(portal: Portal, bot: Bot, message: Message): Record<string, unknown> {
  const mention = new RegExp(`\\[user=${bot.id}(?:\\s[^\\]]*)?\\].*?\\[/user\\]`, "gi");
  const withoutMention = message.text.replace(mention, "").trim();
  const isMentioned = withoutMention !== message.text.trim();
  return {
    ID: message.id,
    MESSAGE_ID: message.id,
    AUTHOR_ID: message.authorId,
    MESSAGE: isMentioned ? withoutMention : message.text,
    ...(isMentioned && { MESSAGE_ORIGINAL: message.text, MENTIONED_LIST: { [bot.id]: bot.id } }),
    TEMPLATE_ID: message.uuid,
    SYSTEM: message.isSystem ? "Y" : "N",
    SKIP_COMMAND: "N",
    SKIP_CONNECTOR: message.forOperators ? "Y" : "N",
    COMMAND_CONTEXT: "TEXTAREA",
    PLATFORM_CONTEXT: "web",
    FILES: Object.fromEntries(message.fileIds.map((id) => [id, filePart(portal, id)])),
  };
}

/** The docs do not show files of a v1 message; these keys are the ones that public handlers read. */
function filePart(portal: Portal, fileId: number): Record<string, unknown> {
  const file = portal.state.files.get(fileId);
  if (file === undefined) return {};
  const address = `${portal.origin()}/emulator/api/files/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    name: file.name,
    type: file.type,
    size: file.sizeBytes,
    extension: file.extension,
    urlDownload: address,
    urlShow: address,
    urlPreview: file.type === "image" ? address : "",
  };
}

function userPart(person: Person): Record<string, unknown> {
  return {
    ID: person.id,
    NAME: nameOf(person),
    FIRST_NAME: person.firstName,
    LAST_NAME: person.lastName,
    WORK_POSITION: person.workPosition,
    GENDER: person.gender,
    IS_BOT: person.role === "bot" ? "Y" : "N",
    IS_CONNECTOR: person.role === "client" ? "Y" : "N",
    IS_NETWORK: "N",
    IS_EXTRANET: person.role === "client" ? "Y" : "N",
  };
}
