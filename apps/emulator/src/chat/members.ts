import { notifyBotOfJoin } from "../events/notify-bots.ts";
import { notifySubscribers } from "../events/notify-subscribers.ts";
import type { Portal } from "../portal.ts";
import type { Chat } from "../state/model.ts";
import { addMember, removeMember } from "./chats.ts";

/**
 * Brings people and bots into a chat. Bots learn that they joined; strangers and those who are there are passed over,
 * and so are clients, who only have their dialog with the line.
 *
 * @returns Those who were not there before.
 */
export function joinChat(portal: Portal, chat: Chat, personIds: number[], byPersonId: number): number[] {
  const known = [...new Set(personIds)].filter((id) => {
    const role = portal.state.people.get(id)?.role;
    return role !== undefined && role !== "client";
  });
  const added = known.filter((id) => !chat.memberIds.includes(id));
  for (const id of added) addMember(portal, chat, id);
  for (const id of added) {
    const bot = portal.state.bots.get(id);
    if (bot !== undefined) notifyBotOfJoin(portal, bot, chat, byPersonId);
  }
  if (added.length > 0) notifySubscribers(portal, { kind: "join", chat, actorId: byPersonId });
  return added;
}

/** Takes a person or bot out of a chat, with what they were there. The chat keeps its owner. */
export function leaveChat(portal: Portal, chat: Chat, personId: number): void {
  chat.managerIds = chat.managerIds.filter((id) => id !== personId);
  removeMember(portal, chat, personId);
}

/** Makes somebody the owner; a stranger becomes a member first. */
export function giveChatTo(portal: Portal, chat: Chat, personId: number): void {
  addMember(portal, chat, personId);
  chat.ownerId = personId;
  chat.managerIds = chat.managerIds.filter((id) => id !== personId);
  portal.live.publish({ type: "dialog", chat });
}
