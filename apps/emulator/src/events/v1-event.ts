import type { Portal } from "../portal.ts";
import { dialogIdFor, messagesOf, nameOf, personById } from "../chat/find.ts";
import type { Bot, Chat, Message, Person } from "../state/model.ts";
import { chatView, messageTypeOf, roleOf } from "../wire/v2-chat.ts";
import { authBlock } from "./auth-block.ts";
import type { Notice } from "./notice.ts";

const V1_EVENT_NAMES = {
  join: "ONIMBOTJOINCHAT",
  "message.add": "ONIMBOTMESSAGEADD",
  "message.update": "ONIMBOTMESSAGEUPDATE",
  "message.delete": "ONIMBOTMESSAGEDELETE",
  command: "ONIMCOMMANDADD",
  delete: "ONIMBOTDELETE",
} satisfies Partial<Record<Notice["kind"], string>>;

/** What the first API can tell: it knows neither reactions nor contexts. */
type V1Notice = Extract<Notice, { kind: keyof typeof V1_EVENT_NAMES }>;

/** How a message was sent; a portal repeats all of it in every event. */
const SENDING_FLAGS = {
  PUSH: "Y",
  PUSH_IMPORTANT: "N",
  RECENT_ADD: "Y",
  RECENT_SKIP_AUTHOR: "N",
  CONVERT: "N",
  SKIP_COMMAND: "N",
  SKIP_COUNTER_INCREMENTS: "N",
  IMPORTANT_CONNECTOR: "N",
  NO_SESSION_OL: "N",
  FAKE_RELATION: 0,
  SKIP_URL_INDEX: "N",
};

export function isV1Notice(notice: Notice): notice is V1Notice {
  return notice.kind in V1_EVENT_NAMES;
}

/**
 * A notice in the form of the first bot API: upper case, with the bot's own tokens inside `BOT` or `COMMAND`.
 *
 * Bitrix24 docs: chat-bots/outdated, events.
 */
export function v1Event(portal: Portal, bot: Bot, notice: V1Notice): { event: string; data: Record<string, unknown> } {
  const event = V1_EVENT_NAMES[notice.kind];
  if (notice.kind === "delete") return { event, data: { BOT_ID: bot.id, BOT_CODE: bot.code } };
  const actor = personById(portal.state, notice.actorId);
  const auth = authBlock(portal, bot.owner, bot.id);
  const ofBot = { ...auth, AUTH: auth, BOT_ID: bot.id, BOT_CODE: bot.code };
  const USER = notice.kind === "join" ? namePart(actor) : userPart(actor);
  const data = { BOT: { [bot.id]: ofBot }, PARAMS: params(portal, bot, notice, actor), USER };
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
  notice: Exclude<V1Notice, { kind: "delete" }>,
  actor: Person,
): Record<string, unknown> {
  const { chat } = notice;
  const type = messageTypeOf(chat);
  const place = {
    ...(chat.kind === "private" ? { TO_USER_ID: bot.id, TO_CHAT_ID: chat.id } : chatPart(portal, bot, chat)),
    DIALOG_ID: dialogIdFor(chat, bot.id),
    FROM_USER_ID: actor.id,
    MESSAGE_TYPE: type,
    CHAT_TYPE: type,
    CHAT_USER_COUNT: chat.memberIds.length,
    LANGUAGE: actor.language,
  };
  if (notice.kind === "join") return { ...place, BOT_ID: bot.id, USER_ID: actor.id, ACCESS_HISTORY: 1 };
  const botsInChat = chat.memberIds.filter((id) => portal.state.bots.has(id)).map((id) => [id, id]);
  return {
    ...place,
    ...messagePart(portal, bot, notice.message),
    ...(notice.kind === "command" && chat.kind !== "private" && { BOT_IN_CHAT: Object.fromEntries(botsInChat) }),
    ...((notice.kind === "message.update" || notice.kind === "message.delete") && {
      ID: notice.message.id,
      CHAT_ID: chat.id,
    }),
  };
}

function chatPart(portal: Portal, bot: Bot, chat: Chat): Record<string, unknown> {
  const { entityType, entityId, entityData1, entityData2, entityData3 } = chatView(portal.state, chat, bot.id);
  const earlier = messagesOf(portal.state, chat.id).at(-2);
  return {
    CHAT_ID: chat.id,
    TO_CHAT_ID: chat.id,
    CHAT_TITLE: chat.title,
    CHAT_AUTHOR_ID: chat.ownerId,
    CHAT_AVATAR: 0,
    CHAT_COLOR: chat.color,
    CHAT_ENTITY_TYPE: entityType,
    CHAT_ENTITY_ID: entityId,
    CHAT_ENTITY_DATA_1: entityData1,
    CHAT_ENTITY_DATA_2: entityData2,
    CHAT_ENTITY_DATA_3: entityData3,
    CHAT_PREV_MESSAGE_ID: earlier?.id ?? 0,
    IS_MANAGER: ["owner", "manager"].includes(roleOf(chat, bot.id)) ? "Y" : "N",
    CHAT_EXTRANET: chat.kind === "open_line" ? "Y" : "N",
    CHAT_CAN_POST: "ALL",
  };
}

function messagePart(portal: Portal, bot: Bot, message: Message): Record<string, unknown> {
  const mention = new RegExp(`\\[user=${bot.id}(?:\\s[^\\]]*)?\\].*?\\[/user\\]`, "gi");
  const withoutMention = message.text.replace(mention, "").trim();
  const isMentioned = withoutMention !== message.text.trim();
  return {
    ...SENDING_FLAGS,
    MESSAGE_ID: message.id,
    AUTHOR_ID: message.authorId,
    MESSAGE: isMentioned ? withoutMention : message.text,
    ...(isMentioned && { MESSAGE_ORIGINAL: message.text, MENTIONED_LIST: { [bot.id]: bot.id } }),
    TEMPLATE_ID: message.uuid,
    SYSTEM: message.isSystem ? "Y" : "N",
    SILENT_CONNECTOR: message.isSilentForClient === true ? "Y" : "N",
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

function namePart(person: Person): Record<string, unknown> {
  return {
    ID: person.id,
    NAME: nameOf(person),
    FIRST_NAME: person.firstName,
    LAST_NAME: person.lastName,
    WORK_POSITION: person.workPosition,
    GENDER: person.gender,
  };
}

function userPart(person: Person): Record<string, unknown> {
  return {
    ...namePart(person),
    IS_BOT: person.role === "bot" ? "Y" : "N",
    IS_CONNECTOR: person.role === "client" ? "Y" : "N",
    IS_NETWORK: "N",
    IS_EXTRANET: person.role === "client" ? "Y" : "N",
  };
}
