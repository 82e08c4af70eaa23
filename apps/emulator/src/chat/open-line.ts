import { notifyBotOfJoin } from "../events/notify-bots.ts";
import { notifyConnectorOfSession } from "../events/notify-connector.ts";
import type { Portal } from "../portal.ts";
import type { Bot, Chat, LineOwner, Session } from "../state/model.ts";
import type { OpenLine } from "../state/open-line.ts";
import { nextId } from "../state/state.ts";
import { addMember, removeMember } from "./chats.ts";
import { bindingsOf } from "./crm-bindings.ts";
import { nameOf, personById, sessionOf } from "./find.ts";
import { addLeadOf } from "./line-lead.ts";
import { nextOperator } from "./line-queue.ts";
import { lineOf, linesOf, settingOf, welcomeBotOf } from "./lines.ts";
import { postMessage, postSystemMessage } from "./post-message.ts";
import { TEXTS } from "./texts.ts";

/** The bot of the line that a dialog belongs to; without a dialog, of the portal's first line. */
export function lineBot(portal: Portal, chat?: Chat): Bot | null {
  const { state } = portal;
  const line = chat === undefined ? linesOf(state)[0] : lineOf(state, chat, sessionOf(state, chat));
  return welcomeBotOf(portal, line ?? null);
}

/**
 * The session that takes a client's next message: the running one, or a new one that starts with the line's bot.
 *
 * @param usesTracker False when the line's CRM tracker has to pass this message over (`disable_crm` of a connector).
 */
export function runningSession(portal: Portal, chat: Chat, usesTracker = true): Session {
  const last = sessionOf(portal.state, chat);
  if (last !== null && last.owner !== "closed") {
    moveOnWhenDue(portal, chat, last);
    return last;
  }
  const line = lineOf(portal.state, chat, null);
  const isFirst = last === null;
  const welcome = welcomeBotOf(portal, line);
  const bot = line !== null && !isFirst && settingOf(line, "WELCOME_BOT_JOIN") === "first" ? null : welcome;
  const session = startSession(
    portal,
    chat,
    { owner: bot === null ? "queue" : "bot", botId: bot?.id ?? null },
    usesTracker,
  );
  if (line !== null) greet(portal, chat, line, isFirst);
  if (bot === null) handToQueue(portal, chat, session, null);
  else {
    addMember(portal, chat, bot.id);
    notifyBotOfJoin(portal, bot, chat, chat.ownerId);
    setBotTime(portal, chat, session, line);
  }
  return session;
}

/** A new session in a chat; the one before it has to be closed. The line's tracker may make a lead of it. */
export function startSession(
  portal: Portal,
  chat: Chat,
  input: Pick<Session, "owner" | "botId"> & Partial<Pick<Session, "operatorId" | "startedAt">>,
  usesTracker = true,
): Session {
  const line = lineOf(portal.state, chat, null);
  const session: Session = {
    operatorId: null,
    startedAt: portal.now().toISOString(),
    ...input,
    id: nextId(portal.state, "session"),
    chatId: chat.id,
    closedAt: null,
    ...(line !== null && { lineId: line.id }),
  };
  portal.state.sessions.set(session.id, session);
  chat.sessionId = session.id;
  if (usesTracker && isTracked(portal, chat, line) && bindingsOf(portal.state, chat).length === 0)
    addLeadOf(portal, chat, responsibleFor(portal));
  notifyConnectorOfSession(portal, chat, session, "start");
  portal.live.publish({ type: "dialog", chat });
  return session;
}

/** The tracker makes leads of single clients only, not of the groups of a connector. */
function isTracked({ state }: Portal, chat: Chat, line: OpenLine | null): boolean {
  const connector = state.connectors.get(chat.entityId.split("|")[0] ?? "");
  if (line === null || connector?.isGroup === true) return false;
  return settingOf(line, "CRM") === "Y" && settingOf(line, "CRM_CREATE") === "lead";
}

/** Leads of the tracker belong to whoever runs the portal. */
function responsibleFor(portal: Portal): number {
  return [...portal.state.people.values()].find(({ role }) => role === "manager")?.id ?? 1;
}

function greet(portal: Portal, chat: Chat, line: OpenLine, isFirst: boolean): void {
  const isDue = isFirst || settingOf(line, "SEND_WELCOME_EACH_SESSION") === "Y";
  const text = settingOf(line, "WELCOME_MESSAGE_TEXT");
  if (settingOf(line, "WELCOME_MESSAGE") !== "Y" || !isDue || text === "") return;
  postMessage(portal, chat, { authorId: 0, text, isSystem: true });
}

/** WELCOME_BOT_TIME: after so many seconds the bot has had its time, and the dialog goes to the queue. */
function setBotTime(portal: Portal, chat: Chat, session: Session, line: OpenLine | null): void {
  const seconds = line === null ? 0 : Number(settingOf(line, "WELCOME_BOT_TIME"));
  if (!(seconds > 0)) return;
  session.botUntil = new Date(portal.now().getTime() + seconds * 1000).toISOString();
  const moveOn = (): void => {
    moveOnWhenDue(portal, chat, session);
    portal.changed();
  };
  // The client's next message asks as well, so a restart in between loses nothing but the moment.
  setTimeout(moveOn, seconds * 1000).unref();
}

function moveOnWhenDue(portal: Portal, chat: Chat, session: Session): void {
  const isDue = session.botUntil !== undefined && portal.now().getTime() >= Date.parse(session.botUntil);
  if (isDue && session.owner === "bot") handToQueue(portal, chat, session, null);
}

/** Puts the dialog into the line's queue, for anybody or for one operator. The bot hears it until somebody answers. */
export function handToQueue(portal: Portal, chat: Chat, session: Session, operatorId: number | null): void {
  const line = lineOf(portal.state, chat, session);
  const texts = textsOf(portal, chat);
  if (session.owner === "operator" && session.operatorId !== null) removeMember(portal, chat, session.operatorId);
  const offered = operatorId ?? (line === null ? null : nextOperator(portal.state, line, session));
  const text = offered === null ? texts.queued : texts.transferred(nameOf(personById(portal.state, offered)));
  changeOwner(portal, chat, session, "queue", offered);
  postSystemMessage(portal, chat, text);
  if (line?.settings["WELCOME_BOT_LEFT"] === "queue") leaveBot(portal, chat, session);
}

/** Gives the dialog to another line: its queue takes it. */
export function moveToLine(portal: Portal, chat: Chat, session: Session, line: OpenLine): void {
  session.lineId = line.id;
  session.skippedBy = [];
  handToQueue(portal, chat, session, null);
}

/** An operator passes a dialog on to the next one of the queue. */
export function skipDialog(portal: Portal, chat: Chat, session: Session, operatorId: number): void {
  session.skippedBy = [...new Set([...(session.skippedBy ?? []), operatorId])];
  handToQueue(portal, chat, session, null);
}

/** An operator takes the dialog: the bot leaves and hears no more of it. */
export function answerDialog(portal: Portal, chat: Chat, session: Session, operatorId: number): void {
  if (session.owner === "operator" && session.operatorId === operatorId) return;
  const previous = session.operatorId;
  if (previous !== null && previous !== operatorId) removeMember(portal, chat, previous);
  // With WELCOME_BOT_LEFT `close` the bot listens on while people talk.
  if (lineOf(portal.state, chat, session)?.settings["WELCOME_BOT_LEFT"] !== "close") leaveBot(portal, chat, session);
  addMember(portal, chat, operatorId);
  changeOwner(portal, chat, session, "operator", operatorId);
  postSystemMessage(portal, chat, textsOf(portal, chat).answered(nameOf(personById(portal.state, operatorId))));
}

/** Ends the session. The client's next message starts a new one. */
export function closeDialog(portal: Portal, chat: Chat, session: Session): void {
  const line = lineOf(portal.state, chat, session);
  leaveBot(portal, chat, session);
  if (line !== null && settingOf(line, "CLOSE_RULE") === "text" && settingOf(line, "CLOSE_TEXT") !== "") {
    postMessage(portal, chat, { authorId: 0, text: settingOf(line, "CLOSE_TEXT"), isSystem: true });
  }
  if (session.operatorId !== null) removeMember(portal, chat, session.operatorId);
  session.closedAt = portal.now().toISOString();
  changeOwner(portal, chat, session, "closed", session.operatorId);
  postSystemMessage(portal, chat, textsOf(portal, chat).closed);
  notifyConnectorOfSession(portal, chat, session, "finish");
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

/** A bot goes by itself: a dialog that it was answering must not be left alone, so it waits in the queue. */
export function leaveLine(portal: Portal, chat: Chat, bot: Bot): void {
  const session = sessionOf(portal.state, chat);
  if (session?.owner === "bot" && session.botId === bot.id) handToQueue(portal, chat, session, null);
  removeMember(portal, chat, bot.id);
}

function changeOwner(portal: Portal, chat: Chat, session: Session, owner: LineOwner, operatorId: number | null): void {
  session.owner = owner;
  session.operatorId = operatorId;
  portal.live.publish({ type: "dialog", chat });
}

function textsOf(portal: Portal, chat: Chat): (typeof TEXTS)["en"] {
  return TEXTS[personById(portal.state, chat.ownerId).language];
}
