import { expect, test } from "vitest";

import { keepDraftId, takeDraftId } from "./draft-id.ts";

/** A tab's storage. */
function createStorage(): () => Storage {
  const values = new Map<string, string>();
  const storage: Storage = {
    length: 0,
    key: () => null,
    clear: () => values.clear(),
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
  return () => storage;
}

const draft = { conversationId: "one", kind: "reply", text: "On its way, two days" } as const;

test("what failed is tried again under the same id, once", () => {
  const storage = createStorage();
  const id = takeDraftId(draft, storage);
  keepDraftId(draft, id, storage);
  expect(takeDraftId(draft, storage)).toBe(id);
  expect(takeDraftId(draft, storage)).not.toBe(id);
});

test.each([
  ["another text", { ...draft, text: "On its way, three days" }],
  ["a note", { ...draft, kind: "note" as const }],
  ["another conversation", { ...draft, conversationId: "two" }],
])("%s has an id of its own", (_name, other) => {
  const storage = createStorage();
  keepDraftId(draft, "kept", storage);
  expect(takeDraftId(other, storage)).not.toBe("kept");
});

test("where storage is forbidden each try has an id", () => {
  const forbidden = () => {
    throw new DOMException("forbidden", "SecurityError");
  };
  keepDraftId(draft, "kept", forbidden);
  expect(takeDraftId(draft, forbidden)).toMatch(/^[0-9a-f-]{36}$/);
});
