import type { Chat, Message, StoredFile } from "./model.ts";

type Stored = { id: number | string };

/** What fields mean that an older version did not write. */
const CHAT = {
  entityType: "",
  description: "",
  avatar: "",
  isOpen: false,
  managerIds: [],
  mutedIds: [],
} satisfies Partial<Chat>;
const MESSAGE = { replyToId: null, forwardOfId: null, reactions: {} } satisfies Partial<Message>;

const DEFAULTS: Record<string, (record: Stored) => object> = {
  chats: () => structuredClone(CHAT),
  messages: () => structuredClone(MESSAGE),
  files: ({ id }) => ({ contentId: Number(id) }) satisfies Partial<StoredFile>,
};

/** A record of a state file with the fields that have come since it was written. */
export function withDefaults(collection: string, record: Stored): Stored {
  return { ...DEFAULTS[collection]?.(record), ...record };
}
