import type { ReadMessage } from "./bot-message.ts";

type RawMessage = {
  id?: string | null;
  chatId?: string | null;
  authorId?: string | null;
  text?: string | null;
  isSystem?: boolean | null;
};

export function toReadMessage(raw: RawMessage | null | undefined): ReadMessage {
  const { id, chatId, authorId, text, isSystem } = raw ?? {};
  return {
    id: id ?? "",
    chatId: chatId ?? null,
    authorId: authorId ?? "0",
    text: text ?? "",
    isSystem: isSystem ?? false,
  };
}
