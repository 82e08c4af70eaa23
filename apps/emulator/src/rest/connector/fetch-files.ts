import { storeFile } from "../../chat/store-file.ts";
import type { Portal } from "../../portal.ts";
import type { Chat } from "../../state/model.ts";
import { text } from "../params.ts";
import type { Params } from "../params.ts";

const TIMEOUT_MS = 15_000;

/** Downloads the files of a message from the channel. One that cannot be had is left out, as a portal does. */
export async function fetchFiles(portal: Portal, chat: Chat, authorId: number, files: Params[]): Promise<number[]> {
  const ids: number[] = [];
  for (const file of files) {
    const content = await download(text(file, "url") || text(file, "link"));
    if (content === null) continue;
    const name = text(file, "name") || "file";
    ids.push((await storeFile(portal, chat, { name, content, authorId })).id);
  }
  return ids;
}

async function download(url: string): Promise<Buffer | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return response.ok ? Buffer.from(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
