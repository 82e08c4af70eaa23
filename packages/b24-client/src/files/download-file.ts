import { AppError } from "@botdeck/core";

import { checkContent, type ContentRules, tooLarge } from "./checked-content.ts";
import type { FileAnswer, FileTransport } from "./file-transport.ts";

const TIMEOUT_MS = 120_000;
const MAX_REDIRECTS = 3;
/** What a portal answers for a link that was used, or is too old. */
const DEAD_LINK = new Set([401, 403, 404, 410]);

export type FileDownload<Stored> = ContentRules & {
  /** Asks the portal for a link, which is good once and soon dead: it is followed at once. */
  askLink: (signal: AbortSignal) => Promise<string>;
  /**
   * Takes the content while it comes, such as into a file or an object store. When the content throws, the file is
   * over the limit, the time is up or the line broke: throw away what was stored.
   */
  store: (content: AsyncIterable<Uint8Array>, facts: { type: string; sizeBytes: number | null }) => Promise<Stored>;
  /** From the first question to the last byte, in milliseconds; 120,000 by default. */
  timeoutMs?: number;
  signal?: AbortSignal;
};

/**
 * Brings a file from the portal into storage, never wholly in memory. Its type is what its first bytes show.
 *
 * @param deps.portalOrigin Such as `https://portal.example`. Other hosts are followed to the public internet only.
 * @throws AppError `invalid` for its size or type, `forbidden` for a redirect into a private network, `not_found` when
 *   two links in a row were dead, `unreachable` when it broke off. None of them holds the link, which is a secret.
 * @see Bitrix24 docs: imbot.v2.File.download
 */
export async function downloadFile<Stored>(
  deps: { files: FileTransport; portalOrigin: string },
  download: FileDownload<Stored>,
): Promise<Stored> {
  const limits = [AbortSignal.timeout(download.timeoutMs ?? TIMEOUT_MS), download.signal];
  const signal = AbortSignal.any(limits.filter((each) => each !== undefined));
  const answer = (await follow(deps, download, signal)) ?? (await follow(deps, download, signal));
  if (answer === null) {
    throw new AppError(
      "not_found",
      "The portal's links to the file are dead: it was removed, or the bot may not read it",
    );
  }
  try {
    const sizeBytes = sizeOf(answer);
    if (sizeBytes !== null && sizeBytes > download.maxBytes) throw tooLarge(download.maxBytes);
    const { type, content } = await checkContent(answer.body, download);
    return await download.store(content, { type, sizeBytes });
  } finally {
    await answer.discard();
  }
}

/** Null when the link is dead. */
async function follow<Stored>(
  { files, portalOrigin }: { files: FileTransport; portalOrigin: string },
  { askLink }: FileDownload<Stored>,
  signal: AbortSignal,
): Promise<FileAnswer | null> {
  let url = readLink(await askLink(signal), portalOrigin);
  for (let redirects = 0; ; redirects++) {
    const headers = headersFor(url, portalOrigin);
    const answer = await files.send(url, { method: "GET", headers, trustedOrigin: portalOrigin, signal });
    if (answer.status === 200) return answer;
    await answer.discard();
    if (DEAD_LINK.has(answer.status)) return null;
    const location = answer.headers["location"];
    if (answer.status < 300 || answer.status >= 400 || typeof location !== "string") throw refusal(answer.status);
    if (redirects >= MAX_REDIRECTS) throw new AppError("rejected", "The link to the file leads from place to place");
    url = readLink(location, url.href);
  }
}

/** Without these the portal's web server may answer 404. Bitrix24 docs: api-reference/files */
function headersFor(url: URL, portalOrigin: string): Record<string, string> {
  return {
    accept: "*/*",
    "accept-language": "en",
    "user-agent": "botdeck",
    ...(url.origin === portalOrigin && { referer: `${portalOrigin}/` }),
  };
}

/** Old methods give a path of the portal. */
function readLink(link: string, base: string): URL {
  const url = URL.parse(link, base);
  if (url === null) throw new AppError("rejected", "The portal's link to the file is no address");
  return url;
}

function refusal(status: number): AppError {
  const code = status >= 500 || status === 429 ? "unreachable" : "rejected";
  return new AppError(code, `The portal did not give the file (HTTP ${status})`);
}

function sizeOf(answer: FileAnswer): number | null {
  const length = answer.headers["content-length"];
  return typeof length === "string" && /^\d+$/.test(length) ? Number(length) : null;
}
