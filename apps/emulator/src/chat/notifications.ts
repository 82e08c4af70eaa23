import type { Portal } from "../portal.ts";
import type { Notification } from "../state/messenger.ts";
import { nextId } from "../state/state.ts";

type NewNotification = Pick<Notification, "userId" | "authorId" | "kind" | "text"> &
  Partial<Omit<Notification, "id" | "isRead" | "at">>;

/**
 * Puts an entry into a person's bell. An entry with the same tag is replaced by it, whoever made that.
 *
 * Bitrix24 docs: im.notify, TAG.
 */
export function notifyPerson(portal: Portal, input: NewNotification): Notification {
  const notification: Notification = {
    title: "",
    tag: "",
    subTag: "",
    attach: null,
    buttons: [],
    isAnswerable: false,
    module: "rest",
    event: "rest_notify",
    ...input,
    id: nextId(portal.state, "message"),
    isRead: false,
    at: portal.now().toISOString(),
  };
  if (notification.tag !== "") {
    removeNotifications(portal, ({ tag, userId }) => tag === notification.tag && userId === notification.userId);
  }
  portal.state.notifications.set(notification.id, notification);
  portal.live.publish({ type: "notification", notification });
  return notification;
}

/** @returns How many entries went. */
export function removeNotifications(portal: Portal, isGone: (notification: Notification) => boolean): number {
  const gone = [...portal.state.notifications.values()].filter(isGone);
  for (const notification of gone) {
    portal.state.notifications.delete(notification.id);
    portal.live.publish({ type: "notification.removed", notification });
  }
  return gone.length;
}

export function markNotification(portal: Portal, notification: Notification, isRead: boolean): void {
  if (notification.isRead === isRead) return;
  notification.isRead = isRead;
  portal.live.publish({ type: "notification", notification });
}

/** A person presses a button of an entry, which is then done with. @returns False when it has no such button. */
export function answerNotification(portal: Portal, notification: Notification, value: string): boolean {
  if (!notification.buttons.some((button) => button.value === value)) return false;
  removeNotifications(portal, ({ id }) => id === notification.id);
  return true;
}
