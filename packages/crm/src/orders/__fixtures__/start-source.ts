import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

import { onTestFinished } from "vitest";

/** What a source answers: a status and a body; `never` keeps the asker waiting. */
export type SourceAnswer = { status?: number; headers?: Record<string, string>; body: unknown } | "never";

/** A source of orders on a port of its own, gone when the test ends. */
export async function startSource(
  answer: (url: URL, request: IncomingMessage) => SourceAnswer,
): Promise<{ url: string; asked: URL[]; answerWith: (answer: (url: URL) => SourceAnswer) => void }> {
  const asked: URL[] = [];
  let answering = answer;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://source.example");
    asked.push(url);
    const given = answering(url, request);
    if (given === "never") return;
    response.writeHead(given.status ?? 200, { "content-type": "application/json", ...given.headers });
    response.end(typeof given.body === "string" ? given.body : JSON.stringify(given.body));
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // safe: it listens on a port
  return { url: `http://127.0.0.1:${port}/shop`, asked, answerWith: (other) => void (answering = other) };
}
