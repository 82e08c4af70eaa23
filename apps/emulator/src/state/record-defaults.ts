import type { App, Chat, Message, StoredFile, Task } from "./model.ts";
import { newTaskDetails } from "./task.ts";

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

const APP = {
  version: 1,
  isInstalled: true,
  hasPages: false,
  installerId: 1,
  userIds: null,
  status: "L",
  isPaymentExpired: false,
  daysLeft: null,
} satisfies Partial<App>;

const DEFAULTS: Record<string, (record: Stored) => object> = {
  apps: () => structuredClone(APP),
  chats: () => structuredClone(CHAT),
  messages: () => structuredClone(MESSAGE),
  tasks: (record) => {
    // safe: tasks have had these two fields from the first version on.
    const { createdAt, createdBy } = record as unknown as Task;
    return newTaskDetails(createdAt, createdBy);
  },
  files: ({ id }) => ({ contentId: Number(id) }) satisfies Partial<StoredFile>,
};

/** A record of a state file with the fields that have come since it was written. */
export function withDefaults(collection: string, record: Stored): Stored {
  return { ...DEFAULTS[collection]?.(record), ...record };
}
