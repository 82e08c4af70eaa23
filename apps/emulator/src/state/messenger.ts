/** What the messenger and the Open Lines keep beside chats and messages. Collections are maps by the record's `id`. */
export type MessengerState = Record<never, never>;

export function emptyMessenger(): MessengerState {
  return {};
}
