import { createServer } from "node:http";

import {
  createB24Client,
  createBotApi,
  createUndiciTransport,
  parseBody,
  parseWebhookEvent,
  readEnvelope,
} from "@botdeck/b24-client";
import { z } from "zod";

const [port, portalPort] = z.tuple([z.coerce.number(), z.coerce.number()]).parse(process.argv.slice(2));

// Run as a program: reads an event and calls the portal at once, as a handler does that keeps nothing.
const client = createB24Client({
  portal: { kind: "webhook", url: `http://127.0.0.1:${portalPort}/rest/1/bench/` },
  transport: createUndiciTransport(),
  budget: {
    reserve: ({ count }) => Promise.resolve({ granted: count, retryAfterMs: 0, pauses: {} }),
    penalize: () => Promise.resolve(),
    pause: () => Promise.resolve(),
  },
});
const api = createBotApi(client, "v2");

async function handle(contentType: string | undefined, body: string): Promise<void> {
  const parsed = parseWebhookEvent(readEnvelope(parseBody(contentType, body)), new Date());
  if (!parsed.ok) return;
  for (const { bitrixBotId, draft } of parsed.events) {
    await api.sendMessage(
      { botId: bitrixBotId, dialogId: draft.dialog.id, text: "How can I help you?" },
      { lane: "reply" },
    );
  }
}

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    response.writeHead(200, { "content-length": 0 }).end();
    if (request.method !== "POST") return;
    void handle(request.headers["content-type"], Buffer.concat(chunks).toString());
  });
}).listen(port, "127.0.0.1");
