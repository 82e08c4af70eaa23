import type { FastifyRequest } from "fastify";

import { decodePhpForm } from "./decode-php-form.ts";

/** What `php-body.ts` leaves as the body of a request: its parameters. */
export type RequestParams = Record<string, unknown>;

/** The parameters of a request as PHP's `$_REQUEST` holds them: query string first, body over it. */
export function requestParams(request: Pick<FastifyRequest, "url"> & { body?: unknown }): RequestParams {
  const mark = request.url.indexOf("?");
  const query = mark < 0 ? {} : decodePhpForm(request.url.slice(mark + 1));
  const { body } = request;
  const isMap = typeof body === "object" && body !== null && !Array.isArray(body);
  return isMap ? { ...query, ...body } : query;
}
