import type { FastifyReply } from "fastify";

import type { Portal } from "../portal.ts";

/** Bytes of the file store as a download, piece by piece. @throws Error when the content is gone. */
export async function sendBytes(
  portal: Portal,
  reply: FastifyReply,
  { name, contentId }: { name: string; contentId: number },
): Promise<FastifyReply> {
  const content = await portal.files.open(contentId);
  return reply
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .type("application/octet-stream")
    .send(content);
}
