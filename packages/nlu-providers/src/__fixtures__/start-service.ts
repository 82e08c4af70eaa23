import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

import { onTestFinished } from "vitest";

/** What a service answers; `never` keeps the asker waiting. */
export type ServiceAnswer = { status?: number; headers?: Record<string, string>; body: unknown } | "never";

export type ServiceRequest = { path: string; headers: IncomingMessage["headers"]; text: string };

/** A service on a port of its own, gone when the test ends. */
export async function startService(answer: (request: ServiceRequest) => ServiceAnswer) {
  const asked: ServiceRequest[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += String(chunk)));
    request.on("end", () => {
      const read = { path: request.url ?? "", headers: request.headers, text };
      asked.push(read);
      const given = answer(read);
      if (given === "never") return;
      response.writeHead(given.status ?? 200, { "content-type": "application/json", ...given.headers });
      response.end(typeof given.body === "string" ? given.body : JSON.stringify(given.body));
    });
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // safe: it listens on a port
  return { url: `http://127.0.0.1:${port}`, asked };
}
