import type { FastifyReply, FastifyRequest } from "fastify";

import { newSecret } from "../oauth/tokens.ts";
import type { Portal } from "../portal.ts";
import { requestParams } from "../wire/request-params.ts";
import { isDiskToken, sendDiskFile } from "./disk/download.ts";
import { text } from "./params.ts";
import { sendBytes } from "./send-bytes.ts";
import { sendLinkedFile, sendNotFound } from "./send-linked-file.ts";

/** An address that gives a file's content once and for a short time, without any other credential. */
export function createDownloadUrl(portal: Portal, fileId: number, module: "imbot" | "im" = "imbot"): string {
  const id = `${module}|${newSecret()}`;
  forgetDeadLinks(portal);
  portal.state.downloadLinks.set(id, { id, fileId, at: portal.now().getTime() });
  return `${portal.origin()}/rest/download.json?token=${encodeURIComponent(id)}`;
}

/** Serves a download link and uses it up. Bitrix24 docs: imbot.v2 File.download (one-time link). */
export async function sendDownload(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const params = requestParams(request);
  if (isDiskToken(text(params, "token"))) return sendDiskFile(portal, null, params, reply);
  forgetDeadLinks(portal);
  const link = portal.state.downloadLinks.get(text(params, "token"));
  const file = link === undefined ? undefined : portal.state.files.get(link.fileId);
  if (link === undefined || file === undefined) return sendNotFound(reply);
  portal.state.downloadLinks.delete(link.id);
  portal.changed();
  return sendLinkedFile(portal, reply, file);
}

/** The bytes of a chat's file with its name. @throws Error when the content is gone. */
export async function sendContent(portal: Portal, reply: FastifyReply, fileId: number): Promise<FastifyReply> {
  const file = portal.state.files.get(fileId);
  return sendBytes(portal, reply, { name: file?.name ?? "file", contentId: file?.contentId ?? fileId });
}

function forgetDeadLinks(portal: Portal): void {
  const oldest = portal.now().getTime() - portal.faults.read().lifetimes.fileLinkS * 1000;
  for (const link of portal.state.downloadLinks.values()) {
    if ((link.at ?? 0) <= oldest) portal.state.downloadLinks.delete(link.id);
  }
}
