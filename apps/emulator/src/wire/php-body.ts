import type { FastifyInstance } from "fastify";

import { decodePhpForm } from "./decode-php-form.ts";

/** Makes the routes of a plugin read bodies as a portal does: forms with brackets, JSON, and anything else as nothing. */
export function acceptPhpBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) =>
    done(null, decodePhpForm(String(body))),
  );
  app.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => done(null, parseJson(String(body))));
}

function parseJson(text: string): unknown {
  try {
    // A key of this name is never data; dropping it here keeps later copies of the parameters harmless.
    return JSON.parse(text, (key: string, value: unknown) => (key === "__proto__" ? undefined : value));
  } catch {
    return {};
  }
}
