import { createBotApi } from "@botdeck/b24-client";
import { messageOf, plainWords } from "@botdeck/core";
import {
  type Bot,
  databaseNow,
  type DatabaseHandle,
  dialogLanguage,
  isDatabaseAway,
  laneOf,
  noteServiceChatJoining,
  noteServiceChatLook,
  noteServiceChatTrouble,
  type Portals,
  type ServiceChat,
  takeServiceChats,
} from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import type { KnownRows } from "../known-rows.ts";
import { languageIn } from "../notifications/language-in.ts";
import type { RulesOf } from "../notifications/portal-rules.ts";
import { keepLooking } from "../roles/keep-looking.ts";
import type { Role } from "../roles/role.ts";
import { readChatSource, type ServiceChatPeopleDeps } from "../services/service-chat-people.ts";

const EVERY_MS = 60_000;
/** Each chat is looked at this often. */
const LOOK_EVERY_MS = 10 * 60_000;
const AT_ONCE = 20;
/** Nobody waits for it. */
const OPTIONS = { lane: "digest" as const, maxWaitMs: 30_000 };

const NEWS = {
  en: { added: (names: string) => `Added: ${names}.`, removed: (names: string) => `Taken out: ${names}.` },
  ru: {
    added: (names: string) => `В чат добавлены: ${names}.`,
    removed: (names: string) => `Из чата убраны: ${names}.`,
  },
} as const;
const GONE = "The department or project is not there any more, or the portal does not show it: nobody is taken out";

type Deps = ServiceChatPeopleDeps & {
  db: DatabaseHandle["db"];
  known: Pick<KnownRows, "botById">;
  rules: Pick<RulesOf, "find">;
  portals: Pick<Portals, "botToken">;
  logger: Logger;
};
type Chat = ServiceChat & { dialogId: string };

/**
 * Keeps the members of service chats in step with their department or project. Only who was put in by us is taken out; whoever has
 * left a chat by themselves is not called back.
 *
 * @param deps.now By default the database's clock.
 */
export function startServiceChats(deps: Deps & { now?: () => Promise<Date>; everyMs?: number }): Role {
  const { db, logger, everyMs = EVERY_MS, now = () => databaseNow(db) } = deps;
  const look = async () => {
    const at = await now();
    while ((await keepInStep(deps, at)) === AT_ONCE);
  };
  return keepLooking("service chats", look, logger, everyMs);
}

/** @returns How many chats were looked at, at most `AT_ONCE`. */
export async function keepInStep(deps: Deps, now: Date): Promise<number> {
  const before = new Date(now.getTime() - LOOK_EVERY_MS);
  const chats = await takeServiceChats(deps.db, { before, limit: AT_ONCE });
  for (const chat of chats) {
    try {
      await lookAt(chat, deps);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      deps.logger.warn({ err: error, serviceChatId: chat.id }, "a service chat could not be kept in step");
      await noteServiceChatTrouble(deps.db, chat.id, messageOf(error));
    }
  }
  return chats.length;
}

async function lookAt(chat: Chat, deps: Deps): Promise<void> {
  const { db, known } = deps;
  const bot = await known.botById(chat.botId);
  if (bot === null || bot.bitrixBotId === null) return;
  const source = await readChatSource(chat, deps, OPTIONS);
  // An empty answer is a fault far more often than a department without people.
  if (source === null || source.peopleIds.length === 0) {
    await noteServiceChatTrouble(db, chat.id, GONE);
    return;
  }
  const wanted = new Set(source.peopleIds);
  const ours = new Set(chat.members);
  const missing = source.peopleIds.filter((id) => !ours.has(id));
  const gone = [...chat.members, ...chat.joining].filter((id) => !wanted.has(id));
  if (missing.length === 0 && gone.length === 0) {
    if (chat.lastError !== null) await noteServiceChatLook(db, chat, { members: chat.members, news: null });
    return;
  }
  const { added, removed } = await change(chat, bot, { missing, gone }, deps);
  const members = [...chat.members.filter((id) => wanted.has(id)), ...added];
  const news = await newsOf(chat, { added, removed }, deps);
  await noteServiceChatLook(db, chat, { members, news });
}

/** Doing it again does no harm: what is lost on the way is done and told the next time. */
async function change(
  chat: Chat,
  bot: Bot,
  { missing, gone }: { missing: readonly string[]; gone: readonly string[] },
  { db, clientOf, portals }: Deps,
): Promise<{ added: string[]; removed: string[] }> {
  const api = createBotApi(await clientOf(chat.portalId), bot.api);
  const dialog = {
    botId: bot.bitrixBotId ?? "",
    botToken: portals.botToken(bot) ?? undefined,
    dialogId: chat.dialogId,
  };
  const there = new Set(await api.listChatMembers(dialog, OPTIONS));
  const begun = new Set(chat.joining);
  // Who came by themselves stays theirs: we did not put them in, and will not take them out.
  const added = missing.filter((id) => begun.has(id) || !there.has(id));
  const removed = gone.filter((id) => there.has(id));
  const userIds = added.filter((id) => !there.has(id));
  if (userIds.length > 0) {
    // Before the call: of one whose answer is lost nobody could say afterwards who was there already.
    await noteServiceChatJoining(db, { id: chat.id, joining: [...new Set([...begun, ...userIds])] });
    await api.addChatMembers({ ...dialog, userIds }, OPTIONS);
  }
  for (const userId of removed) await api.removeChatMember({ ...dialog, userId }, OPTIONS);
  return { added, removed };
}

async function newsOf(
  { id, portalId, botId, dialogId, checkedAt }: Chat,
  { added, removed }: { added: readonly string[]; removed: readonly string[] },
  { db, directoryOf, rules }: Deps,
) {
  if (added.length === 0 && removed.length === 0) return null;
  const [spoken, portal] = await Promise.all([dialogLanguage(db, { botId, dialogId }), rules.find(portalId)]);
  const words = NEWS[languageIn(spoken, portal)];
  const directory = await directoryOf(portalId);
  const namesOf = async (ids: readonly string[]) =>
    (await Promise.all(ids.map(async (each) => plainWords((await directory.person(each))?.name ?? each)))).join(", ");
  const lines = [
    ...(added.length > 0 ? [words.added(await namesOf(added))] : []),
    ...(removed.length > 0 ? [words.removed(await namesOf(removed))] : []),
  ];
  return {
    key: `service chat:${id}:${checkedAt?.toISOString() ?? "first"}`,
    lane: laneOf({ botId, dialog: { id: dialogId } }),
    effect: { kind: "chat.notify" as const, dialogId, text: lines.join("\n") },
  };
}
