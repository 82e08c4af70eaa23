import { setTimeout as wait } from "node:timers/promises";

import type { FastifyReply } from "fastify";

import type { Portal } from "../portal.ts";
import { sendBytes } from "./send-bytes.ts";
import { cutInTheMiddle } from "./spoil.ts";

/** What a file link gives: the bytes, or what a fault switch makes of them. @throws Error when the content is gone. */
export async function sendLinkedFile(
  portal: Portal,
  reply: FastifyReply,
  file: { name: string; contentId: number },
): Promise<FastifyReply> {
  const { mode, delayMs } = portal.faults.takeDownload(file.name);
  if (delayMs > 0) await wait(delayMs);
  switch (mode) {
    case "dead":
      return sendNotFound(reply);
    case "error_500":
      return reply.code(500).type("text/html").send("<html><body><h1>500 Internal Server Error</h1></body></html>");
    case "truncated": {
      const body = await portal.files.get(file.contentId);
      return cutInTheMiddle(reply, { status: 200, type: "application/octet-stream", body });
    }
    case null:
      return sendBytes(portal, reply, file);
  }
}

/** A link that is unknown, used or too old. */
export function sendNotFound(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ error: "ERROR_NOT_FOUND", error_description: "Could not find entity" });
}
