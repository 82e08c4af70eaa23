import { useState } from "react";

const keyOf = (conversationId: string, kind: DraftKind) => `botdeck.draft.${kind}.${conversationId}`;

export type DraftKind = "reply" | "note";

/** What somebody has begun to write in a conversation; it is there again when they come back, as long as the tab lives. */
export function useDraft(conversationId: string, kind: DraftKind): [text: string, write: (text: string) => void] {
  const key = keyOf(conversationId, kind);
  const [draft, setDraft] = useState(() => ({ key, text: read(key) }));
  const text = draft.key === key ? draft.text : read(key);
  return [
    text,
    (next) => {
      setDraft({ key, text: next });
      keep(key, next);
    },
  ];
}

/** What is kept of a draft by now, wherever it has been written. */
export const readDraft = (conversationId: string, kind: DraftKind): string => read(keyOf(conversationId, kind));

/** Where storage is forbidden or full, a draft lives as long as the page. */
const unstored = new Map<string, string>();

function read(key: string): string {
  try {
    return unstored.get(key) ?? sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function keep(key: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
    unstored.delete(key);
  } catch {
    unstored.set(key, text);
  }
}
