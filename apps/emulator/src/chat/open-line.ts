import { notifyBotOfJoin } from "../events/notify-bots.ts";
import type { Portal } from "../portal.ts";
import type { Bot, Chat, LineOwner, Session } from "../state/model.ts";
import { nextId } from "../state/state.ts";
import { addMember, removeMember } from "./chats.ts";
import { nameOf, personById, sessionOf } from "./find.ts";
import { postSystemMessage } from "./post-message.ts";
import { TEXTS } from "./texts.ts";

/** True for a bot that may stand in an open line: of type `openline`, or a hybrid that says so. */
export function servesOpenLines(bot: Bot): boolean {
  return bot.type === "openline" || bot.isSupportOpenline;
}

/** The bot that the line's settings name: the first one registered that serves open lines. */
export function lineBot(portal: Portal): Bot | null {
  return [...portal.state.bots.values()].find(servesOpenLines) ?? null;
}

/** The session that takes a client's next message: the running one, or a new one that starts with the line's bot. */
export function runningSession(portal: Portal, chat: Chat): Session {
  const last = sessionOf(portal.state, chat);
  if (last !== null && last.owner !== "closed") return last;
  const bot = lineBot(portal);
  const session: Session = {
    id: nextId(portal.state, "session"),
    chatId: chat.id,
    owner: bot === null ? "queue" : "bot",
    botId: bot?.id ?? null,
    operatorId: null,
    startedAt: portal.now().toISOString(),
    closedAt: null,
  };
  portal.state.sessions.set(session.id, session);
  chat.sessionId = session.id;
  if (bot === null) {
    postSystemMessage(portal, chat, textsOf(portal, chat).queued);
  } else {
    addMember(portal, chat, bot.id);
    notifyBotOfJoin(portal, bot, chat, chat.ownerId);
  }
  portal.live.publish({ type: "dialog", chat });
  return session;
}

/** Puts the dialog into the line's queue, for anybody or for one operator. The bot hears it until somebody answers. */
export function handToQueue(portal: Portal, chat: Chat, session: Session, operatorId: number | null): void {
  const texts = textsOf(portal, chat);
  const operator = operatorId === null ? null : personById(portal.state, operatorId);
  const line = operator === null ? texts.queued : texts.transferred(nameOf(operator));
  changeOwner(portal, chat, session, "queue", operatorId);
  postSystemMessage(portal, chat, line);
}

/** An operator takes the dialog: the bot leaves and hears no more of it. */
export function answerDialog(portal: Portal, chat: Chat, session: Session, operatorId: number): void {
  if (session.owner === "operator" && session.operatorId === operatorId) return;
  const previous = session.operatorId;
  if (previous !== null && previous !== operatorId) removeMember(portal, chat, previous);
  leaveBot(portal, chat, session);
  addMember(portal, chat, operatorId);
  changeOwner(portal, chat, session, "operator", operatorId);
  postSystemMessage(portal, chat, textsOf(portal, chat).answered(nameOf(personById(portal.state, operatorId))));
}

/** Ends the session. The client's next message starts a new one. */
export function closeDialog(portal: Portal, chat: Chat, session: Session): void {
  leaveBot(portal, chat, session);
  if (session.operatorId !== null) removeMember(portal, chat, session.operatorId);
  session.closedAt = portal.now().toISOString();
  changeOwner(portal, chat, session, "closed", session.operatorId);
  postSystemMessage(portal, chat, textsOf(portal, chat).closed);
}

/** Gives the dialog back to the bot, which joins the chat again. */
export function giveToBot(portal: Portal, chat: Chat, session: Session, bot: Bot, byPersonId: number): void {
  if (session.operatorId !== null) removeMember(portal, chat, session.operatorId);
  session.botId = bot.id;
  changeOwner(portal, chat, session, "bot", null);
  postSystemMessage(portal, chat, textsOf(portal, chat).returnedToBot(nameOf(personById(portal.state, bot.id))));
  if (chat.memberIds.includes(bot.id)) return;
  addMember(portal, chat, bot.id);
  notifyBotOfJoin(portal, bot, chat, byPersonId);
}

/** The bot leaves the chat while the session goes on (`LEAVE: "Y"`). */
export function leaveBot(portal: Portal, chat: Chat, session: Session): void {
  if (session.botId !== null) removeMember(portal, chat, session.botId);
}

function changeOwner(portal: Portal, chat: Chat, session: Session, owner: LineOwner, operatorId: number | null): void {
  session.owner = owner;
  session.operatorId = operatorId;
  portal.live.publish({ type: "dialog", chat });
}

function textsOf(portal: Portal, chat: Chat): (typeof TEXTS)["en"] {
  return TEXTS[personById(portal.state, chat.ownerId).language];
}
