import { parseBody } from "@botdeck/b24-client";
import Fastify, { type FastifyInstance } from "fastify";

/** Fastify that reads the form with our parser and answers: what any gateway on it costs before it keeps anything. */
export function buildParseOnly(): FastifyInstance {
  const app = Fastify({ logger: false, bodyLimit: 1_048_576 });
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) =>
    done(null, body),
  );
  app.post<{ Body: string }>("/bitrix/events", (request) => {
    const fields = parseBody(request.headers["content-type"], request.body);
    return Promise.resolve({ accepted: "event" in fields });
  });
  app.get("/health", () => Promise.resolve({ ok: true }));
  return app;
}
