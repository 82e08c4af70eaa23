import type { RecentEntry } from "../../state/messenger.ts";
import type { State } from "../../state/state.ts";

/** How a person keeps a chat in their list. */
export function recentEntry(state: State, personId: number, chatId: number): RecentEntry {
  const id = `${personId}:${chatId}`;
  return state.recentEntries.get(id) ?? { id, personId, chatId, isPinned: false, isUnread: false, hiddenAfterId: null };
}

export function changeRecent(
  state: State,
  personId: number,
  chatId: number,
  change: Partial<Pick<RecentEntry, "isPinned" | "isUnread" | "hiddenAfterId">>,
): void {
  const entry = { ...recentEntry(state, personId, chatId), ...change };
  state.recentEntries.set(entry.id, entry);
}
