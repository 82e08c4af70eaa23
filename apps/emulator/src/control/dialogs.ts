import { AppError } from "@botdeck/core";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import { z } from "zod";

import { createChat, findPrivateChat, openLineChatOf, privateChatOf } from "../chat/chats.ts";
import { joinChat } from "../chat/members.ts";
import { lineBot } from "../chat/open-line.ts";
import { canSee } from "../chat/can-see.ts";
import { notifyBotOfJoin } from "../events/notify-bots.ts";
import type { Portal } from "../portal.ts";
import type { Chat, Message, Person } from "../state/model.ts";
import { readPerson } from "./people.ts";
import { messagesByChat } from "../chat/find.ts";
import { isShownTo } from "./unread-views.ts";
import { dialogView, findDialog, messageView } from "./views.ts";

const Id = z.string().regex(/^\d+$/);
const As = z.object({ as: Id });
const ReadMessages = As.extend({
  /** `yes` gives what was deleted as well, without its text. */
  deleted: z.literal("yes").optional(),
});
const OpenDialog = As.extend({
  /** Employees: whom to talk to. */
  botId: Id.optional(),
  /** A colleague instead of a bot. */
  personId: Id.optional(),
  /** A group chat with these people and bots. */
  title: z.string().min(1).optional(),
  memberIds: z.array(Id).optional(),
});
const DialogParams = z.object({ id: z.string() });

/** Opening and reading dialogs as somebody. */
export const dialogRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  app.get("/dialogs", async (request) => {
    const viewer = readPerson(portal, As.parse(request.query).as);
    const chats = [...portal.state.chats.values()].filter((chat) => canSee(viewer, chat));
    const byChat = messagesByChat(portal.state);
    const views = chats.map((chat) => ({
      view: dialogView(portal.state, chat, viewer, byChat.get(chat.id) ?? []),
      createdAt: chat.createdAt,
    }));
    const changedAt = ({ view, createdAt }: (typeof views)[number]): string => view.lastMessage?.at ?? createdAt;
    return views.toSorted((one, other) => changedAt(other).localeCompare(changedAt(one))).map(({ view }) => view);
  });

  app.post("/dialogs", async (request) => {
    const input = OpenDialog.parse(request.body);
    const person = readPerson(portal, input.as);
    return dialogView(portal.state, openDialog(portal, person, input), person);
  });

  app.get("/dialogs/:id/messages", async (request) => {
    const { as, deleted } = ReadMessages.parse(request.query);
    const { viewer, chat } = readDialog(portal, request, as);
    const isOf = (message: Message): boolean =>
      message.chatId === chat.id && (!message.isDeleted || deleted === "yes") && isShownTo(viewer, message);
    return [...portal.state.messages.values()].filter(isOf).map((message) => messageView(portal.state, message));
  });
};

/** The dialog in the address, seen by a person. @throws AppError `not_found` also when they may not see it. */
export function readDialog(portal: Portal, request: FastifyRequest, as: string): { viewer: Person; chat: Chat } {
  const viewer = readPerson(portal, as);
  const { id } = DialogParams.parse(request.params);
  const chat = findDialog(portal, id, viewer);
  if (chat === null) throw new AppError("not_found", `Person ${as} has no dialog "${id}".`);
  return { viewer, chat };
}

function openDialog(portal: Portal, person: Person, input: z.infer<typeof OpenDialog>): Chat {
  if (input.memberIds !== undefined) return openGroup(portal, person, input.title ?? "Group", input.memberIds);
  if (person.role === "client") return openLineChatOf(portal, person.id);
  if (input.personId !== undefined) return openPrivate(portal, person, readPerson(portal, input.personId));
  const bot = input.botId === undefined ? lineBot(portal) : portal.state.bots.get(Number(input.botId));
  if (bot === undefined || bot === null) {
    throw new AppError("not_found", "There is no such bot on the portal. GET /people lists those that are registered.");
  }
  const existing = findPrivateChat(portal, person.id, bot.id);
  if (existing !== null) return existing;
  const chat = privateChatOf(portal, person.id, bot.id);
  notifyBotOfJoin(portal, bot, chat, person.id);
  return chat;
}

/** @throws AppError `invalid` for somebody without an account, who has no private chats. */
function openPrivate(portal: Portal, person: Person, other: Person): Chat {
  if (other.role === "client" || other.id === person.id) {
    throw new AppError("invalid", "A private chat needs a colleague: an employee, operator, manager or bot.");
  }
  return privateChatOf(portal, person.id, other.id);
}

function openGroup(portal: Portal, owner: Person, title: string, memberIds: string[]): Chat {
  const members = memberIds.map((id) => readPerson(portal, id).id);
  const chat = createChat(portal, { kind: "group", title, ownerId: owner.id, memberIds: [owner.id] });
  joinChat(portal, chat, members, owner.id);
  return chat;
}
