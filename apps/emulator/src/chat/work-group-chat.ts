import { canSeeGroup, groupMembers } from "../people/work-groups.ts";
import type { Portal } from "../portal.ts";
import type { Chat, Person } from "../state/model.ts";
import { createChat } from "./chats.ts";

const ENTITY_TYPE = "SONET_GROUP";

/** The chat of a work group, which `sg5` names; made when somebody of the group looks for it. null for strangers. */
export function workGroupChat(portal: Portal, person: Person, groupId: number): Chat | null {
  const entityId = String(groupId);
  const group = portal.state.workGroups.get(groupId);
  if (group === undefined || !canSeeGroup(person, group)) return null;
  for (const chat of portal.state.chats.values()) {
    if (chat.entityType === ENTITY_TYPE && chat.entityId === entityId) return chat;
  }
  const { name: title, ownerId } = group;
  const memberIds = groupMembers(group);
  return createChat(portal, { kind: "group", title, ownerId, memberIds, entityType: ENTITY_TYPE, entityId });
}
