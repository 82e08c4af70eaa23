import { createServer } from "node:http";
import { type AddressInfo } from "node:net";

import { onTestFinished } from "vitest";

/** A door that takes what has this secret, as the gateway's does, and remembers what came. Gone with the test. */
export async function openTestGateway(secretOf: () => string) {
  const posts: { path: string; body: unknown }[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const isProven = request.headers.authorization === `Bearer ${secretOf()}`;
      if (isProven)
        posts.push({ path: request.url ?? "", body: JSON.parse(Buffer.concat(parts).toString()) as unknown });
      response.writeHead(isProven ? 200 : 401, { "content-type": "application/json" });
      response.end(isProven ? "{}" : JSON.stringify({ message: "The token is not the one of this hook." }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // safe: it listens on a port
  return { url: `http://127.0.0.1:${port}`, posts };
}
