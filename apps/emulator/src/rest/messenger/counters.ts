import { dialogIdFor, messagesByChat } from "../../chat/find.ts";
import { historyFor } from "../../chat/history.ts";
import { unreadIn } from "../../chat/unread.ts";
import type { Chat } from "../../state/model.ts";
import { phpMap } from "../../wire/php-map.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { recentEntry } from "./recent-entry.ts";

/** What the caller has not read. Bitrix24 docs: im.counters.get. */
export const counterMethods: RestMethod[] = [
  { name: "im.counters.get", scopes: ["im"], missing: "own", run: getCounters },
];

/** Maps are by chat, those of private chats by person; an empty one is `[]`. Muted chats count apart. */
function getCounters({ portal: { state }, caller: { user } }: Call): Answer {
  const chats = [...state.chats.values()].filter(({ memberIds }) => memberIds.includes(user.id));
  const isMuted = ({ mutedIds }: Chat): boolean => mutedIds.includes(user.id);
  const byChat = messagesByChat(state);
  const unread = chats.map((chat) => {
    const history = historyFor(state, chat, user.id, byChat.get(chat.id) ?? []);
    return { chat, count: unreadIn(state, chat, user.id, history).length };
  });
  const counted = unread.filter(({ count }) => count > 0);
  const marked = chats.filter((chat) => recentEntry(state, user.id, chat.id).isUnread);
  const countsOf = (isWanted: (chat: Chat) => boolean): [string, number][] =>
    counted.filter(({ chat }) => isWanted(chat)).map(({ chat, count }) => [keyOf(chat, user.id), count]);
  const group = countsOf((chat) => chat.kind === "group" && !isMuted(chat));
  const muted = countsOf((chat) => chat.kind === "group" && isMuted(chat));
  const lines = countsOf((chat) => chat.kind === "open_line" && !isMuted(chat));
  const dialogs = countsOf((chat) => chat.kind === "private");
  const notify = [...state.notifications.values()].filter((item) => item.userId === user.id && !item.isRead).length;
  const [chatCount, lineCount, dialogCount] = [sum(group), sum(lines), sum(dialogs)];
  return {
    result: {
      TYPE: {
        ALL: notify + chatCount + lineCount + dialogCount,
        NOTIFY: notify,
        CHAT: chatCount,
        LINES: lineCount,
        DIALOG: dialogCount,
        MESSENGER: chatCount + dialogCount,
      },
      CHAT: phpMap(group),
      CHAT_MUTED: phpMap(muted),
      CHAT_UNREAD: marked.filter(({ kind }) => kind === "group").map(({ id }) => id),
      LINES: phpMap(lines),
      DIALOG: phpMap(dialogs),
      DIALOG_UNREAD: marked.filter(({ kind }) => kind === "private").map((chat) => Number(keyOf(chat, user.id))),
    },
  };
}

function keyOf(chat: Chat, personId: number): string {
  return dialogIdFor(chat, personId).replace(/^chat/, "");
}

function sum(entries: [string, number][]): number {
  return entries.reduce((total, [, count]) => total + count, 0);
}
