import { mapAt, optionalTextAt, textAt, type WireMap } from "../wire.ts";
import type { Change, ConnectorMessage, OpenLineMessage, OpenLineSession, PortalEvent } from "./portal-event.ts";

const CHANGES: ReadonlyMap<string, Change> = new Map([
  ["MESSAGEADD", "added"],
  ["MESSAGEUPDATE", "updated"],
  ["MESSAGEDELETE", "deleted"],
]);

/**
 * Reads the events of a connector that the app registered itself, and of the open lines behind it.
 *
 * @returns null for an event of another kind.
 * @throws AppError `invalid` naming the path of a required field that is missing.
 * @see Bitrix24 docs: imopenlines/imconnector/events, imopenlines/openlines/events
 */
export function readConnectorEvent(event: string, data: WireMap): PortalEvent | null {
  if (event.startsWith("ONIMCONNECTOR")) return readOwn(event.slice("ONIMCONNECTOR".length), data);
  const line = /^ONOPENLINE(MESSAGEADD|MESSAGEUPDATE|MESSAGEDELETE)$/.exec(event);
  const change = CHANGES.get(line?.[1] ?? "");
  if (change !== undefined) return { kind: "open_line.message", change, messages: rows(data, "DATA").map(lineMessage) };
  if (event !== "ONSESSIONSTART" && event !== "ONSESSIONFINISH") return null;
  const isStart = event === "ONSESSIONSTART";
  return {
    kind: "open_line.session",
    change: isStart ? "started" : "finished",
    sessions: rows(data, "DATA").map(lineSession),
  };
}

function readOwn(word: string, data: WireMap): PortalEvent | null {
  const change = CHANGES.get(word);
  const connector = optionalTextAt(data, "CONNECTOR") ?? optionalTextAt(data, "connector");
  const lineId = () => optionalTextAt(data, "LINE") ?? textAt(data, "line");
  if (change !== undefined) {
    const messages = rows(data, "MESSAGES").map(connectorMessage);
    return { kind: "connector.message", change, connector: connector ?? "", lineId: lineId(), messages };
  }
  if (word === "DIALOGSTART" || word === "DIALOGFINISH") {
    const step = word === "DIALOGSTART" ? "started" : "finished";
    return { kind: "connector.dialog", change: step, connector: connector ?? "", lineId: lineId() };
  }
  // The line is gone, and its number is all that the event says.
  if (word === "LINEDELETE") return { kind: "connector.disconnected", connector: null, lineId: textAt(data, "VALUE") };
  if (word === "STATUSDELETE") return { kind: "connector.disconnected", connector, lineId: lineId() };
  return null;
}

function connectorMessage(row: WireMap): ConnectorMessage {
  return {
    chatId: textAt(row, "im.chat_id"),
    messageId: textAt(row, "im.message_id"),
    outsideChatId: textAt(row, "chat.id"),
    text: optionalTextAt(row, "message.text") ?? "",
  };
}

function lineMessage(row: WireMap): OpenLineMessage {
  return {
    chatId: textAt(row, "chat.id"),
    messageId: textAt(row, "message.id"),
    text: optionalTextAt(row, "message.text") ?? "",
    authorId: optionalTextAt(row, "message.user_id") ?? "0",
    lineId: textAt(row, "connector.line_id"),
  };
}

function lineSession(row: WireMap): OpenLineSession {
  return {
    sessionId: textAt(row, "session.id"),
    chatId: textAt(row, "chat.id"),
    clientId: optionalTextAt(row, "user.id") ?? "0",
    lineId: textAt(row, "connector.line_id"),
  };
}

/** The maps of a list, which on the wire is a map with numeric keys. */
function rows(data: WireMap, path: string): WireMap[] {
  return Object.values(mapAt(data, path)).filter((value): value is WireMap => typeof value !== "string");
}
