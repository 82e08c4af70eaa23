import { addMember } from "../../chat/chats.ts";
import { sessionOf } from "../../chat/find.ts";
import { runningSession } from "../../chat/open-line.ts";
import { postMessage } from "../../chat/post-message.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, list, text, upperKeys } from "../params.ts";
import type { Params } from "../params.ts";
import type { Connector } from "../../state/open-line.ts";
import { workingChannel } from "./access.ts";
import { clientOf, connectorChatOf } from "./client.ts";
import { fetchFiles } from "./fetch-files.ts";
import { describedChat, readIncoming, type Incoming } from "./incoming.ts";

/** Bitrix24 docs: imconnector-send-messages. */
export const sendMessagesMethods: RestMethod[] = [
  {
    name: "imconnector.send.messages",
    scopes: ["imopenlines", "imconnector"],
    missing: "own",
    needsApp: true,
    run: sendMessages,
  },
];

/** Brings messages of a channel outside into the line; each answers for itself. */
async function sendMessages(call: Call): Promise<Answer> {
  const params = upperKeys(call.params);
  const messages = readIncoming(params);
  const { connector, lineId } = workingChannel(call, params);
  const RESULT: unknown[] = [];
  for (const incoming of messages) RESULT.push(await deliver(call, connector, lineId, incoming));
  return { result: { SUCCESS: true, DATA: { RESULT } } };
}

async function deliver(call: Call, connector: Connector, lineId: number, incoming: Incoming): Promise<unknown> {
  const { portal, caller } = call;
  const { user, message, chat: outside } = incoming;
  const sent = text(message, "text");
  const wanted = list(message, "files").map((file) => (typeof file === "object" ? { ...file } : {}));
  if (sent.trim() === "" && wanted.length === 0) return { ...echo(incoming), SUCCESS: false, ERRORS: [EMPTY] };
  const client = clientOf(portal, connector, user, caller.user);
  const place = { chatId: text(outside, "id"), userId: text(user, "id") };
  const chat = connectorChatOf(portal, connector, lineId, client, place);
  addMember(portal, chat, client.id);
  const session = runningSession(portal, chat, text(message, "disable_crm") !== "Y");
  const fileIds = await fetchFiles(portal, chat, client.id, wanted);
  const writer = writerOf(call, message) ?? client.id;
  postMessage(portal, chat, {
    authorId: writer,
    text: sent,
    fileIds,
    ...(text(message, "id") !== "" && { connectorMessageIds: [text(message, "id")] }),
  });
  const current = sessionOf(portal.state, chat) ?? session;
  return { ...echo(incoming), SUCCESS: true, session: { ID: String(current.id), CHAT_ID: String(chat.id) } };
}

const EMPTY = { code: "IMCONNECTOR_NOT_SPECIFIED_CORRECT_COMMAND", message: "The message has neither text nor files" };

/** `message.user_id` writes as one of the portal's own people: what an operator sent with the channel's own client. */
function writerOf({ portal }: Call, message: Params): number | null {
  const person = portal.state.people.get(integer(message, "user_id") ?? 0);
  return person === undefined || person.role === "client" ? null : person.id;
}

/** What was sent, as the portal repeats it: a date comes back as an empty object. */
function echo({ user, message, chat }: Incoming): Record<string, unknown> {
  const skipsValidation = text(user, "skip_phone_validate");
  return {
    user: text(user, "id"),
    message: { ...onlyKnown(message), date: {}, text: text(message, "text"), files: list(message, "files") },
    chat: describedChat(chat),
    extra: {
      ...(skipsValidation !== "" && { skip_phone_validate: skipsValidation }),
      ...(text(message, "disable_crm") === "Y" && { disable_tracker: "Y" }),
    },
  };
}

function onlyKnown(message: Params): Params {
  return text(message, "id") === "" ? {} : { id: text(message, "id") };
}
