import { AppError } from "@botdeck/core";

import type { Portal } from "../portal.ts";
import type { Chat, Message, Person } from "../state/model.ts";
import { canSee } from "./can-see.ts";
import { addMember } from "./chats.ts";
import { sessionOf } from "./find.ts";
import { answerDialog, runningSession } from "./open-line.ts";
import { postMessage, type Draft } from "./post-message.ts";

/**
 * Writes as a person of the portal, with all that follows from it: a client's first message starts a session, and an
 * operator who writes into a waiting dialog takes it.
 *
 * @throws AppError `forbidden` when the person is not in the chat and may not join it.
 */
export function writeAs(portal: Portal, person: Person, chat: Chat, draft: Omit<Draft, "authorId">): Message {
  if (!canSee(person, chat)) throw new AppError("forbidden", `Person ${person.id} is not in chat ${chat.id}.`);
  if (chat.kind === "open_line") joinLine(portal, person, chat);
  return postMessage(portal, chat, { authorId: person.id, ...draft });
}

function joinLine(portal: Portal, person: Person, chat: Chat): void {
  if (person.id === chat.ownerId) {
    runningSession(portal, chat);
    return;
  }
  const session = sessionOf(portal.state, chat);
  if (session?.owner === "queue") answerDialog(portal, chat, session, person.id);
  else addMember(portal, chat, person.id);
}
