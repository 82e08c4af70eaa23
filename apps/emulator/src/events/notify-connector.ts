import { nameOf } from "../chat/find.ts";
import type { Portal } from "../portal.ts";
import type { Chat, Message, Session } from "../state/model.ts";
import type { Connector } from "../state/open-line.ts";
import { announce } from "./app-events.ts";

type Place = { connector: Connector; lineId: number; externalChatId: string; externalUserId: string };

/**
 * Tells the application whose connector a dialog came through of a message: what people or bots write goes out to the
 * channel, and every message is told to those who watch the line. Other applications hear nothing.
 *
 * Bitrix24 docs: imconnector/events, openlines/events.
 */
export function notifyConnectorOfMessage(
  portal: Portal,
  chat: Chat,
  message: Message,
  kind: "add" | "update" | "delete",
): void {
  const place = placeOf(portal, chat);
  if (place === null) return;
  // A group outside has several clients in one dialog.
  const isFromClient = portal.state.people.get(message.authorId)?.role === "client";
  if (!isFromClient && isForChannel(place.connector, message, kind)) {
    tell(portal, place, `ONIMCONNECTORMESSAGE${kind.toUpperCase()}`, message.authorId, {
      CONNECTOR: place.connector.id,
      LINE: place.lineId,
      MESSAGES: [outgoing(portal, chat, message, kind, place)],
    });
  }
  if (message.forOperators) return;
  const event = `ONOPENLINEMESSAGE${kind.toUpperCase()}`;
  const data = kind === "add" ? { DATA: [added(chat, message, place)] } : changed(chat, message, place);
  tell(portal, place, event, message.authorId, data);
}

/** Tells that application of the start or the end of a session. */
export function notifyConnectorOfSession(portal: Portal, chat: Chat, session: Session, kind: "start" | "finish"): void {
  const place = placeOf(portal, chat);
  if (place === null) return;
  const DATA = [
    {
      connector: connectorPart(chat, place),
      session: { id: session.id, closed: kind === "finish" ? "Y" : "N", parent_id: 0, close_term: 10 },
      chat: { id: chat.id },
      user: { id: chat.ownerId },
    },
  ];
  const byPersonId = session.operatorId ?? chat.ownerId;
  const suffix = kind.toUpperCase();
  const ofConnector = { CONNECTOR: place.connector.id, LINE: place.lineId, DATA };
  tell(portal, place, `ONIMCONNECTORDIALOG${suffix}`, byPersonId, ofConnector);
  tell(portal, place, `ONSESSION${suffix}`, byPersonId, { DATA });
}

function placeOf(portal: Portal, chat: Chat): Place | null {
  if (chat.kind !== "open_line") return null;
  const [connectorId = "", lineId, externalChatId = "", externalUserId = ""] = chat.entityId.split("|");
  const connector = portal.state.connectors.get(connectorId);
  return connector === undefined ? null : { connector, lineId: Number(lineId), externalChatId, externalUserId };
}

/** Which changes a connector takes. Lines of the portal itself reach the channel only when it wants them. */
const SWITCH_OF = { update: "EDIT_INTERNAL_MESSAGES", delete: "DEL_INTERNAL_MESSAGES" };

function isForChannel(connector: Connector, message: Message, kind: "add" | "update" | "delete"): boolean {
  if (message.forOperators) return false;
  if (kind !== "add" && connector.switches[SWITCH_OF[kind]] === false) return false;
  return !message.isSystem || connector.switches["NEED_SYSTEM_MESSAGES"] !== false;
}

function outgoing(portal: Portal, chat: Chat, message: Message, kind: string, place: Place): Record<string, unknown> {
  const im = { chat_id: chat.id, message_id: message.id };
  const outside = { id: place.externalChatId };
  const ids = message.connectorMessageIds ?? [];
  if (kind === "delete") return { im, message: { id: ids[0] ?? "" }, chat: outside };
  const text = signed(portal, message, place.connector);
  const files = message.fileIds.flatMap((id) => fileOf(portal, id));
  const common = { user_id: message.authorId, text, ...(files.length > 0 && { files }) };
  return { im, message: kind === "update" ? { id: ids, ...common } : common, chat: outside };
}

/** The text with its author's name above it, as NEED_SIGNATURE asks for. */
function signed(portal: Portal, message: Message, connector: Connector): string {
  const author = portal.state.people.get(message.authorId);
  if (author === undefined || connector.switches["NEED_SIGNATURE"] === false) return message.text;
  return `[b]${nameOf(author)}:[/b] [br]${message.text}`;
}

function fileOf(portal: Portal, id: number): Record<string, unknown>[] {
  const file = portal.state.files.get(id);
  if (file === undefined) return [];
  const link = `${portal.origin()}/emulator/api/files/${file.id}/${encodeURIComponent(file.name)}`;
  return [{ name: file.name, type: file.type, size: file.sizeBytes, link }];
}

function added(chat: Chat, message: Message, place: Place): Record<string, unknown> {
  return {
    connector: connectorPart(chat, place),
    chat: { id: chat.id },
    message: {
      id: message.id,
      date: Math.floor(Date.parse(message.at) / 1000),
      text: message.text,
      files: message.fileIds,
      attach: message.attach ?? "",
      system: message.isSystem ? "Y" : "N",
      user_id: message.authorId,
    },
    ref: [],
    extra: { EXTRA_URL: "" },
  };
}

function changed(chat: Chat, message: Message, place: Place): Record<string, unknown> {
  const DATA = [
    { im: { chat_id: chat.id, message_id: message.id }, message: { id: message.id }, chat: { id: chat.id } },
  ];
  return { CONNECTOR: place.connector.id, LINE: place.lineId, DATA };
}

function connectorPart(chat: Chat, { connector, lineId, externalChatId }: Place): Record<string, unknown> {
  return { connector_id: connector.id, line_id: lineId, chat_id: externalChatId, user_id: chat.ownerId };
}

function tell(
  portal: Portal,
  { connector }: Place,
  event: string,
  userId: number,
  data: Record<string, unknown>,
): void {
  announce(portal, event, data, userId, connector.clientId);
}

/** Tells every application that had a connector on a line of the line's end. Bitrix24 docs: on-im-connector-line-delete. */
export function announceLineDeleted(portal: Portal, lineId: number, userId: number): void {
  const channels = [...portal.state.channels.values()].filter((channel) => channel.lineId === lineId);
  const clientIds = channels.flatMap(({ connectorId }) => portal.state.connectors.get(connectorId)?.clientId ?? []);
  for (const clientId of new Set(clientIds)) announce(portal, "ONIMCONNECTORLINEDELETE", lineId, userId, clientId);
  for (const { id } of channels) portal.state.channels.delete(id);
}

/** Tells the connector's application that it was switched off on a line. */
export function announceChannelOff(portal: Portal, connector: Connector, lineId: number, userId: number): void {
  const data = { connector: connector.id, line: lineId };
  announce(portal, "ONIMCONNECTORSTATUSDELETE", data, userId, connector.clientId);
}
