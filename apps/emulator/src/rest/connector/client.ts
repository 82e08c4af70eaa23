import { createChat } from "../../chat/chats.ts";
import { findLine } from "../../chat/lines.ts";
import { nameOf, personById } from "../../chat/find.ts";
import type { Portal } from "../../portal.ts";
import type { Chat, Person } from "../../state/model.ts";
import type { Connector } from "../../state/open-line.ts";
import { nextId } from "../../state/state.ts";
import { record, text } from "../params.ts";
import type { Params } from "../params.ts";

const CLIENT_COLOR = "#8474c8";

/** The person who stands for a user of the channel, made with the first message and kept up to date with later ones. */
export function clientOf(portal: Portal, connector: Connector, user: Params, byPerson: Person): Person {
  const { state } = portal;
  const id = `${connector.id}|${text(user, "id")}`;
  const known = state.connectorClients.get(id);
  const person: Person =
    known === undefined
      ? {
          id: nextId(state, "person"),
          firstName: "",
          lastName: "",
          role: "client",
          language: byPerson.language,
          color: CLIENT_COLOR,
          gender: "M",
          workPosition: "",
        }
      : personById(state, known.personId);
  const picture = text(record(user, "picture"), "url");
  Object.assign(person, {
    firstName: text(user, "name") || person.firstName || `Guest ${person.id}`,
    lastName: text(user, "last_name") || person.lastName,
    ...(text(user, "gender") !== "" && { gender: text(user, "gender") === "female" ? "F" : "M" }),
    ...(picture !== "" && { avatar: picture }),
  });
  state.people.set(person.id, person);
  state.connectorClients.set(id, { id, personId: person.id });
  portal.live.publish({ type: "people", person });
  return person;
}

/** The dialog of a chat outside, or null before its first message. A group chat is one dialog for all its users. */
export function findConnectorChat(portal: Portal, connector: Connector, lineId: number, outside: Outside): Chat | null {
  const { connectorClients, chats } = portal.state;
  const personId = connectorClients.get(`${connector.id}|${outside.userId}`)?.personId;
  const start = [connector.id, lineId, outside.chatId, ""].join("|");
  const isThis = (chat: Chat): boolean =>
    chat.entityId.startsWith(start) && (connector.isGroup || chat.ownerId === personId);
  return [...chats.values()].find((chat) => chat.kind === "open_line" && isThis(chat)) ?? null;
}

type Outside = { chatId: string; userId: string };

export function connectorChatOf(
  portal: Portal,
  connector: Connector,
  lineId: number,
  client: Person,
  outside: Outside,
): Chat {
  const existing = findConnectorChat(portal, connector, lineId, outside);
  if (existing !== null) return existing;
  return createChat(portal, {
    kind: "open_line",
    title: `${nameOf(client)} - ${findLine(portal.state, lineId)?.name ?? ""}`,
    ownerId: client.id,
    memberIds: [client.id],
    entityType: "LINES",
    entityId: [connector.id, lineId, outside.chatId, client.id].join("|"),
  });
}
