import { dialogIdFor, messagesByChat, otherMember } from "../../chat/find.ts";
import { historyFor } from "../../chat/history.ts";
import { unreadIn } from "../../chat/unread.ts";
import { canSee } from "../../chat/can-see.ts";
import type { Portal } from "../../portal.ts";
import type { Chat, Message, Person } from "../../state/model.ts";
import type { RecentEntry } from "../../state/messenger.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { chatSummary, titleFor } from "./chat-view.ts";
import { recentEntry } from "./recent-entry.ts";
import { imUserView } from "./user-view.ts";

type View = Record<string, unknown>;

/** A chat in somebody's list, with what its row shows. */
export type RecentChat = {
  chat: Chat;
  entry: RecentEntry;
  /** What the person may read of it. */
  history: Message[];
  last: Message | null;
  changedAt: string;
};

/** The chats of a person's list: pinned ones first, then those where something happened last. */
export function recentChats(portal: Portal, person: Person): RecentChat[] {
  const { state } = portal;
  const seen = [...state.chats.values()].filter((chat) => canSee(person, chat));
  const byChat = messagesByChat(state);
  const rows = seen.map((chat): RecentChat => {
    const history = historyFor(state, chat, person.id, byChat.get(chat.id) ?? []);
    const last = history.at(-1) ?? null;
    const entry = recentEntry(state, person.id, chat.id);
    return { chat, entry, history, last, changedAt: last?.at ?? chat.createdAt };
  });
  const shown = rows.filter(({ entry, last }) => entry.hiddenAfterId === null || (last?.id ?? 0) > entry.hiddenAfterId);
  const isPinned = ({ entry }: RecentChat): number => (entry.isPinned ? 1 : 0);
  return shown.toSorted(
    (one, other) => isPinned(other) - isPinned(one) || other.changedAt.localeCompare(one.changedAt),
  );
}

/** A row of the list. A private chat names its other side, and has less of the chat. Bitrix24 docs: im.recent.list. */
export function recentView(portal: Portal, person: Person, recent: RecentChat): View {
  const { chat, entry, history, changedAt } = recent;
  const other = chat.kind === "private" ? portal.state.people.get(otherMember(chat, person.id)) : undefined;
  const summary = chatSummary(portal, chat, person.id);
  return {
    id: other === undefined ? dialogIdFor(chat, person.id) : other.id,
    chat_id: chat.id,
    type: other === undefined ? "chat" : "user",
    avatar: { url: other?.avatar ?? chat.avatar, color: other?.color ?? chat.color },
    title: titleFor(portal, chat, person.id),
    message: messagePart(recent, person),
    counter: unreadIn(portal.state, chat, person.id, history).length,
    last_id: chat.readUpTo[String(person.id)] ?? 0,
    pinned: entry.isPinned,
    unread: entry.isUnread,
    has_reminder: false,
    date_update: isoDate(new Date(changedAt)),
    date_last_activity: isoDate(new Date(changedAt)),
    chat:
      other === undefined
        ? summary
        : {
            text_field_enabled: summary["text_field_enabled"],
            background_id: summary["background_id"],
            mute_list: summary["mute_list"],
          },
    user: userPart(portal, recent, other),
    options: [],
  };
}

function messagePart({ last, changedAt, chat }: RecentChat, person: Person): View {
  const readers = Object.entries(chat.readUpTo).filter(([id]) => id !== String(person.id));
  const isRead = readers.some(([, readUpTo]) => readUpTo >= (last?.id ?? 0));
  return {
    id: last?.id ?? 0,
    text: last?.text ?? "",
    file: (last?.fileIds.length ?? 0) > 0,
    author_id: last?.authorId ?? 0,
    attach: last !== null && last.attach !== null,
    sticker: null,
    date: isoDate(new Date(changedAt)),
    status: isRead ? "delivered" : "received",
    uuid: last === null || last.isSystem ? null : last.uuid,
  };
}

/** The other side, or in a group who wrote last; `{id: 0}` when that was the portal. */
function userPart(portal: Portal, { last }: RecentChat, other: Person | undefined): View {
  const author = other ?? portal.state.people.get(last?.authorId ?? 0);
  return author === undefined ? { id: 0 } : imUserView(portal, author);
}
