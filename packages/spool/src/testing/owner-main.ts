import { openSpool } from "../open-spool.ts";

// A process that appends as fast as it can and says on its output what was acknowledged, until it is killed.
const [folder = "", name = ""] = process.argv.slice(2);
const spool = await openSpool({ folder, maxBytes: 64 * 1024 * 1024, segmentBytes: 20_000 });
process.stdout.write("open\n");

let next = 0;
async function appendForever(): Promise<void> {
  for (;;) {
    const value = `${name}:${next++}`;
    await spool.append(Buffer.from(value));
    process.stdout.write(`${value}\n`);
  }
}
await Promise.all(Array.from({ length: 8 }, appendForever));
