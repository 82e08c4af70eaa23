import { AppError } from "@botdeck/core";

import type { BotApiVersion } from "../formats/message-limits.ts";
import type { BotCaller } from "../bots/bot-caller.ts";
import type { B24Client } from "../client.ts";
import { uploadAsBot } from "./upload-as-bot.ts";
import { uploadAsUser } from "./upload-as-user.ts";
import { MAX_UPLOAD_BYTES, type UploadedFile, type UploadTarget } from "./upload-target.ts";

/** A cloud portal takes minutes for its largest files over a slow line. */
const TIMEOUT_MS = 600_000;

export type FileUpload = BotCaller & {
  dialogId: string;
  file: UploadedFile;
  /** Stands above the file. */
  text?: string;
  /** In milliseconds; 600,000 by default. */
  timeoutMs?: number;
  signal?: AbortSignal;
};

/** Who the portal shows as the sender: v1 bots cannot send files, so there the token's person does. */
export type SentFile = { fileId: string; messageId: string | null; sentAs: "bot" | "user" };

/**
 * Sends a file into a dialog, read while it is sent and never wholly in memory: 100 MB need no more than a small one.
 * In v2 the bot sends it; in v1 it takes the way over the chat's folder on the disk, in the name of the token's person,
 * who must be a member of the chat.
 *
 * @throws AppError `invalid` for its size or name, before anything is sent.
 * @see Bitrix24 docs: imbot.v2.File.upload, disk.folder.uploadFile, im.disk.file.commit
 */
export async function uploadFile(
  deps: { version: BotApiVersion; client: B24Client; target: UploadTarget },
  upload: FileUpload,
): Promise<SentFile> {
  checkFile(upload.file);
  const limits = [AbortSignal.timeout(upload.timeoutMs ?? TIMEOUT_MS), upload.signal];
  const signal = AbortSignal.any(limits.filter((each) => each !== undefined));
  if (deps.version === "v2") return { ...(await uploadAsBot(deps.target, upload, signal)), sentAs: "bot" };
  return { ...(await uploadAsUser(deps, upload, signal)), sentAs: "user" };
}

function checkFile({ name, sizeBytes }: UploadedFile): void {
  if (name.trim() === "" || /[/\\]/.test(name) || name.includes("\0")) {
    throw new AppError("invalid", "The file needs a name without slashes");
  }
  if (!Number.isInteger(sizeBytes) || sizeBytes <= 0) throw new AppError("invalid", `The file ${name} is empty`);
  if (sizeBytes > MAX_UPLOAD_BYTES) {
    throw new AppError("invalid", `The file ${name} has ${sizeBytes} bytes, and the portal takes ${MAX_UPLOAD_BYTES}`);
  }
}
