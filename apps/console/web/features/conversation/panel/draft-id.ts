import type { DraftKind } from "./use-draft.ts";

const keyOf = (conversationId: string, kind: DraftKind) => `botdeck.unsaid.${kind}.${conversationId}`;

export type Draft = { conversationId: string; kind: DraftKind; text: string };

/**
 * The id under which a text is said. One that failed may have arrived all the same, its answer lost: the same text goes under
 * the same id then, so that nothing is said twice.
 */
export function takeDraftId(
  { conversationId, kind, text }: Draft,
  storage: () => Storage = () => sessionStorage,
): string {
  try {
    const key = keyOf(conversationId, kind);
    const [id, ...rest] = (storage().getItem(key) ?? "").split(" ");
    // In use now, or of another text: whoever says the same again on purpose means it.
    storage().removeItem(key);
    if (id !== undefined && id !== "" && rest.join(" ") === text) return id;
  } catch {
    // Storage is forbidden: what failed is said anew.
  }
  return crypto.randomUUID();
}

/** Keeps the id of what failed for when it is tried again. */
export function keepDraftId(
  { conversationId, kind, text }: Draft,
  id: string,
  storage: () => Storage = () => sessionStorage,
): void {
  try {
    storage().setItem(keyOf(conversationId, kind), `${id} ${text}`);
  } catch {
    // As above.
  }
}
