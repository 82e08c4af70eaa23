import type { FastifyReply, FastifyRequest } from "fastify";

import { newSecret } from "../oauth/tokens.ts";
import type { Portal } from "../portal.ts";
import { requestParams } from "../wire/request-params.ts";
import { text } from "./params.ts";

/** An address that gives a file's content once, without any other credential. */
export function createDownloadUrl(portal: Portal, fileId: number): string {
  const id = `imbot|${newSecret()}`;
  portal.state.downloadLinks.set(id, { id, fileId });
  return `${portal.origin()}/rest/download.json?token=${encodeURIComponent(id)}`;
}

/** Serves a download link and uses it up. Bitrix24 docs: imbot.v2 File.download (one-time link). */
export async function sendDownload(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const link = portal.state.downloadLinks.get(text(requestParams(request), "token"));
  const file = link === undefined ? undefined : portal.state.files.get(link.fileId);
  if (link === undefined || file === undefined) {
    return reply.code(404).send({ error: "ERROR_NOT_FOUND", error_description: "Could not find entity" });
  }
  portal.state.downloadLinks.delete(link.id);
  portal.changed();
  return sendContent(portal, reply, file.id);
}

/** A file's bytes with its name. @throws Error when the content is gone. */
export async function sendContent(portal: Portal, reply: FastifyReply, fileId: number): Promise<FastifyReply> {
  const file = portal.state.files.get(fileId);
  const content = await portal.files.get(fileId);
  return reply
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file?.name ?? "file")}`)
    .type("application/octet-stream")
    .send(content);
}
