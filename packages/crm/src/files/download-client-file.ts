import { type BotApi, type CallOptions, downloadFile, type FileTransport } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";

import { ClientFileError } from "./client-file-error.ts";

/** What people send as a photo, by its content. */
export const PHOTO_TYPES: readonly string[] = [
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/gif",
  "image/heic",
  "image/heic-sequence",
  "image/heif",
  "image/heif-sequence",
];
export const MAX_PHOTO_BYTES = 10_000_000;

export type ClientFile = {
  content: Uint8Array;
  /** Media type, as the first bytes show it. */
  type: string;
};

type Source = {
  api: Pick<BotApi, "fileLink">;
  files: FileTransport;
  /** Such as `https://portal.example`. */
  portalOrigin: string;
};

/**
 * Brings a file that a client sent to a bot into memory. Ask for it as soon as it is named: the portal's link is good once
 * and for seconds, and a second one is asked for when the first is dead.
 *
 * @throws ClientFileError which of them: it is no photo, too large, or gone.
 * @throws AppError `unreachable` when the transfer broke off and may be tried again.
 */
export async function downloadClientFile(
  { api, files, portalOrigin }: Source,
  file: { botId: string; botToken?: string | undefined; fileId: string },
  { maxBytes = MAX_PHOTO_BYTES, allowedTypes = PHOTO_TYPES, ...options }: DownloadLimits = {},
): Promise<ClientFile> {
  try {
    return await downloadFile(
      { files, portalOrigin },
      {
        askLink: (signal) => api.fileLink(file, { ...options, signal }),
        maxBytes,
        allowedTypes,
        async store(content, { type }) {
          const chunks: Uint8Array[] = [];
          for await (const chunk of content) chunks.push(chunk);
          return { content: Buffer.concat(chunks), type };
        },
        ...(options.signal !== undefined && { signal: options.signal }),
      },
    );
  } catch (error) {
    throw asFileError(error);
  }
}

export type DownloadLimits = CallOptions & { maxBytes?: number; allowedTypes?: readonly string[] };

function asFileError(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  if (error.code === "not_found") return new ClientFileError("gone", error);
  if (error.code !== "invalid") return error;
  return new ClientFileError("type" in error.context ? "not_a_photo" : "too_large", error);
}
