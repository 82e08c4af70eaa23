import type { FastifyInstance } from "fastify";

import { BodyError, checkForm, checkJson } from "./body-limits.ts";
import { decodePhpForm } from "./decode-php-form.ts";
import { acceptMultipart } from "./multipart-body.ts";

/**
 * Makes the routes of a plugin read bodies as a portal does: forms with brackets, also as multipart, JSON, and anything
 * else as nothing.
 */
export async function acceptPhpBodies(app: FastifyInstance): Promise<void> {
  app.removeAllContentTypeParsers();
  await acceptMultipart(app);
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) => {
    try {
      checkForm(String(body));
      done(null, decodePhpForm(String(body)));
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });
  app.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => {
    try {
      done(null, readJson(String(body)));
    } catch (error) {
      done(error instanceof BodyError ? error : null, {});
    }
  });
}

/** @throws SyntaxError for what is no JSON, BodyError for what nests too deep. */
export function readJson(text: string): unknown {
  // A key of this name is never data; dropping it here keeps later copies of the parameters harmless.
  const value: unknown = JSON.parse(text, (key: string, item: unknown) => (key === "__proto__" ? undefined : item));
  checkJson(value);
  return value;
}
