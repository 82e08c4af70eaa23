/** An entry in the bell of one person. Named so because a notice is what a bot is told. */
export type Notification = {
  id: number;
  userId: number;
  /** Who caused it; 0 for a system notification. */
  authorId: number;
  /** `confirm` asks for a choice among its buttons, `personal` comes from a person, `system` from nobody. */
  kind: "confirm" | "personal" | "system";
  title: string;
  text: string;
  /** A newer notification with the same tag takes this one's place; empty for none. */
  tag: string;
  subTag: string;
  attach: unknown;
  /** What a `confirm` asks; the value goes back with `im.notify.confirm`. */
  buttons: { title: string; value: string }[];
  /** True when a person may answer it with a text. */
  isAnswerable: boolean;
  isRead: boolean;
  at: string;
  module: string;
  event: string;
};

/** How one person keeps one chat in their list: `id` is `person:chat`. No entry is as good as an empty one. */
export type RecentEntry = {
  id: string;
  personId: number;
  chatId: number;
  isPinned: boolean;
  /** Marked by hand as unread. */
  isUnread: boolean;
  /** Hidden until something newer than this message comes; null while it is shown. */
  hiddenAfterId: number | null;
};

/** What a person picked in the search last, newest first: `id` is the person. */
export type LastSearches = { id: number; dialogIds: string[] };

/** A person whose events are kept for `im.v2.Event.get`: `id` is the person. */
export type UserSubscription = { id: number };

/** An event that waits for `im.v2.Event.get`; it is kept for 24 hours after `at`. */
export type UserEvent = { id: number; userId: number; type: string; at: string; data: unknown };

/** What the messenger keeps beside chats and messages. */
export type MessengerState = {
  notifications: Map<number, Notification>;
  recentEntries: Map<string, RecentEntry>;
  lastSearches: Map<number, LastSearches>;
  userSubscriptions: Map<number, UserSubscription>;
  userEvents: Map<number, UserEvent>;
};

export function emptyMessenger(): MessengerState {
  return {
    notifications: new Map(),
    recentEntries: new Map(),
    lastSearches: new Map(),
    userSubscriptions: new Map(),
    userEvents: new Map(),
  };
}
