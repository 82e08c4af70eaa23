import type { Portal } from "../portal.ts";
import { isoDate } from "./iso-date.ts";
import { nameOf } from "../chat/find.ts";
import { profileOf } from "../people/profiles.ts";
import type { Person } from "../state/model.ts";
import type { State } from "../state/state.ts";

/**
 * A user as `imbot.v2` shows it. A client of an open line is a `connector` user without departments.
 *
 * Bitrix24 docs: chat-bots-v2/entities, User.
 */
export function userView(state: State, person: Person): Record<string, unknown> {
  const profile = profileOf(state, person);
  const isClient = person.role === "client";
  const isBot = person.role === "bot";
  return {
    id: person.id,
    active: profile.isActive,
    name: nameOf(person),
    firstName: person.firstName,
    lastName: person.lastName,
    workPosition: person.workPosition,
    color: person.color,
    avatar: person.avatar ?? "",
    gender: person.gender,
    birthday: "",
    extranet: isClient,
    bot: isBot,
    connector: isClient,
    externalAuthId: isClient ? "imconnector" : isBot ? "bot" : "default",
    status: profile.status,
    idle: false,
    lastActivityDate: false,
    absent: false,
    departments: profile.departmentIds,
    phones: false,
    type: isBot ? "bot" : isClient ? "extranet" : "employee",
  };
}

/** A user as a method answers it. In events nobody's activity is told. */
export function userDetails(portal: Portal, person: Person): Record<string, unknown> {
  return { ...userView(portal.state, person), lastActivityDate: isoDate(portal.now()) };
}

/** The portal itself as the author of a system message. */
export function portalUserView(): Record<string, unknown> {
  return { id: 0, active: true, name: "", firstName: "", lastName: "", bot: false, connector: false, type: "employee" };
}
