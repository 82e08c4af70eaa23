import type { RateBudget } from "../rate-budget.ts";
import type { PortalEndpoint } from "../portal-endpoint.ts";
import type { TokenStore } from "../token-store.ts";
import type { FileTransport } from "./file-transport.ts";

/** What an upload needs of a portal; the same that its client was made of. */
export type UploadTarget = {
  files: FileTransport;
  portal: PortalEndpoint;
  budget: RateBudget;
  tokens?: TokenStore;
};

export type UploadedFile = {
  name: string;
  sizeBytes: number;
  /** Opens the content anew each time: a token may expire, and the upload starts again. */
  open: () => AsyncIterable<Uint8Array>;
};

/** Bitrix24 docs: imbot.v2.File.upload */
export const MAX_UPLOAD_BYTES = 100 * 1024 * 1024;
