import { parseBody } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import type { FastifyRequest } from "fastify";

/**
 * The body of a post from a portal, whichever way it is written down.
 *
 * @throws AppError `invalid` for an empty body, or one that is past the limits.
 */
export function readBody(request: FastifyRequest): { map: ReturnType<typeof parseBody>; bytes: number } {
  if (typeof request.body !== "string" || request.body === "") throw new AppError("invalid", "The request has no body");
  // Not what `content-length` says, which a chunked post has none of.
  return { map: parseBody(request.headers["content-type"], request.body), bytes: request.body.length };
}
