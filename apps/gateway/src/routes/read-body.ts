import { parseBody } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import type { FastifyRequest } from "fastify";

/**
 * The body of a post from a portal, whichever way it is written down.
 *
 * @throws AppError `invalid` for an empty body, or one that is past the limits.
 */
export function readBody(request: FastifyRequest): ReturnType<typeof parseBody> {
  if (typeof request.body !== "string" || request.body === "") throw new AppError("invalid", "The request has no body");
  return parseBody(request.headers["content-type"], request.body);
}
