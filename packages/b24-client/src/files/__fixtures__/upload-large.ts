import { createScriptedClient } from "../../testing/scripted-client.ts";
import { createLocalBudget } from "../../rate-budget.ts";
import { createFileTransport } from "../file-transport.ts";
import { uploadFile } from "../upload-file.ts";

// Run as a program by a test: uploads zeros to a portal, and prints by how much its memory grew in the meantime.
const [url = "", size = ""] = process.argv.slice(2);
const sizeBytes = Number(size);
const CHUNK_BYTES = 65_537;

async function* zeros(): AsyncGenerator<Uint8Array> {
  for (let sent = 0; sent < sizeBytes; sent += CHUNK_BYTES) yield Buffer.alloc(Math.min(CHUNK_BYTES, sizeBytes - sent));
}

const files = createFileTransport();
const target = { files, portal: { kind: "webhook", url } as const, budget: createLocalBudget() };
const before = process.resourceUsage().maxRSS;
const sent = await uploadFile(
  { version: "v2", client: createScriptedClient([]).client, target },
  { botId: "456", botToken: "demo-bot-token", dialogId: "chat5", file: { name: "large.bin", sizeBytes, open: zeros } },
);
process.stdout.write(JSON.stringify({ sent, grownBytes: (process.resourceUsage().maxRSS - before) * 1024 }));
await files.close();
