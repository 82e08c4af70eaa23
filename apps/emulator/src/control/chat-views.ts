import { AppError } from "@botdeck/core";
import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";

import { deleteMessage, editMessage } from "../chat/edit-message.ts";
import { chatById } from "../chat/find.ts";
import { isReaction, react } from "../chat/reactions.ts";
import { showTyping } from "../chat/show-typing.ts";
import { setReadUpTo } from "../chat/unread.ts";
import { canSee } from "../chat/can-see.ts";
import type { Portal } from "../portal.ts";
import type { Chat, Command, Message, Person } from "../state/model.ts";
import { readDialog } from "./dialogs.ts";
import { readPerson } from "./people.ts";
import { dialogView, messageView } from "./views.ts";

const As = z.object({ as: z.string() });
const EditMessage = As.extend({ text: z.string().trim().min(1) });
const ReadDialog = As.extend({ messageId: z.coerce.number().int() });
const React = As.extend({
  reaction: z.string().refine(isReaction, "has to be a reaction of Bitrix24"),
  isOn: z.boolean(),
});
const Numbered = z.object({ id: z.coerce.number() });

/** What the chat page does beside writing: edit, delete, react, mark as read, show that somebody writes. */
export const chatViewRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  app.put("/messages/:id", async (request) => {
    const { as, text } = EditMessage.parse(request.body);
    const message = readOwnMessage(portal, request.params, as);
    editMessage(portal, message, { text });
    return messageView(portal.state, message);
  });

  app.delete("/messages/:id", async (request) => {
    deleteMessage(portal, readOwnMessage(portal, request.params, As.parse(request.query).as));
    return {};
  });

  app.post("/messages/:id/reactions", async (request) => {
    const { as, reaction, isOn } = React.parse(request.body);
    const { message, person } = readMessage(portal, request.params, as);
    react(portal, message, person.id, reaction, isOn);
    return messageView(portal.state, message);
  });

  app.post("/dialogs/:id/read", async (request) => {
    const { as, messageId } = ReadDialog.parse(request.body);
    const { viewer, chat } = readDialog(portal, request, as);
    if (messageId > (chat.readUpTo[String(viewer.id)] ?? 0)) setReadUpTo(portal, chat, viewer.id, messageId);
    return dialogView(portal.state, chat, viewer);
  });

  app.post("/dialogs/:id/typing", async (request) => {
    const { viewer, chat } = readDialog(portal, request, As.parse(request.body).as);
    showTyping(portal, chat, viewer.id);
    return {};
  });

  app.get("/dialogs/:id/commands", async (request) => {
    const { viewer, chat } = readDialog(portal, request, As.parse(request.query).as);
    return [...portal.state.commands.values()]
      .filter((command) => isOffered(command, chat))
      .map((command) => commandView(portal, command, viewer))
      .toSorted((one, other) => one.command.localeCompare(other.command));
  });
};

function isOffered(command: Command, chat: Chat): boolean {
  return !command.isHidden && (command.isCommon || chat.memberIds.includes(command.botId));
}

/** A command with its texts in the person's language, or the first one that its bot has. */
function commandView(portal: Portal, { id, botId, name, title, params }: Command, viewer: Person) {
  const inLanguage = (texts: Record<string, string>): string =>
    texts[viewer.language] ?? texts["en"] ?? Object.values(texts)[0] ?? "";
  return {
    id: String(id),
    botId: String(botId),
    command: `/${name}`,
    title: inLanguage(title),
    params: inLanguage(params),
  };
}

/** @throws AppError unless the message stands in a chat that the person sees. */
function readMessage(portal: Portal, params: unknown, as: string): { message: Message; person: Person } {
  const person = readPerson(portal, as);
  const message = portal.state.messages.get(Numbered.parse(params).id);
  if (message === undefined || message.isDeleted || !canSee(person, chatById(portal.state, message.chatId))) {
    throw new AppError("not_found", "There is no such message.");
  }
  return { message, person };
}

function readOwnMessage(portal: Portal, params: unknown, as: string): Message {
  const { message, person } = readMessage(portal, params, as);
  if (message.authorId !== person.id || message.isSystem) {
    throw new AppError("forbidden", "Only the author of a message changes or deletes it.");
  }
  return message;
}
