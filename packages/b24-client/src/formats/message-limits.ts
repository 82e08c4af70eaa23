import { AppError } from "@botdeck/core";

/** The two bot APIs; what a portal has is asked once, see detect-bot-api. */
export type BotApiVersion = "v1" | "v2";

/** v1 counts a part of a message as JSON, in bytes. Bitrix24 docs: chat-bots/outdated/messages */
const MAX_V1_PART_BYTES = 30 * 1024;
/** Bitrix24 docs: messages/attachments */
const MAX_V2_ATTACH_LENGTH = 60_000;

/** @throws AppError `invalid` when this version would refuse the keyboard or attach for its size. */
export function checkPartSize(part: "keyboard" | "attach", value: unknown, version: BotApiVersion): void {
  const json = JSON.stringify(value);
  if (version === "v1") {
    const sizeBytes = Buffer.byteLength(json);
    if (sizeBytes > MAX_V1_PART_BYTES) throw tooLarge(part, `${sizeBytes} bytes`, `${MAX_V1_PART_BYTES} bytes`);
  } else if (part === "attach" && json.length > MAX_V2_ATTACH_LENGTH) {
    throw tooLarge(part, `${json.length} characters`, `${MAX_V2_ATTACH_LENGTH} characters`);
  }
}

function tooLarge(part: string, size: string, limit: string): AppError {
  return new AppError("invalid", `The ${part} has ${size} and the portal takes ${limit}: send it in several messages`);
}
