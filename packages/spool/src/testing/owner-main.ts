import { appendFileSync } from "node:fs";

import { openSpool } from "../open-spool.ts";
import { text } from "./texts.ts";

// A process that appends as fast as it can and says what was kept, until it is killed. Given a file, it drains into it beside
// that; not into its output, of which a kill may cut off what the process thought written.
const [folder = "", name = "", takenFile = ""] = process.argv.slice(2);
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

async function drainForever(): Promise<void> {
  const take = async (records: Uint8Array[]): Promise<void> =>
    appendFileSync(takenFile, records.map((record) => `${text(record)}\n`).join(""));
  for (;;) await spool.drain(take, { batch: { maxRecords: 20 } });
}

const appenders = Array.from({ length: 8 }, appendForever);
await Promise.all(takenFile === "" ? appenders : [...appenders, drainForever()]);
