import { appendFileSync } from "node:fs";

import { openSpool } from "../open-spool.ts";
import { text } from "./texts.ts";

// A process that appends so many records as fast as it can, says what was kept, and stays until it is killed. Given a file, it drains into it beside
// that; not into its output, of which a kill may cut off what the process thought written.
const [folder = "", name = "", count = "", takenFile = ""] = process.argv.slice(2);
const spool = await openSpool({ folder, maxBytes: 64 * 1024 * 1024, segmentBytes: 20_000 });
process.stdout.write("open\n");

let next = 0;
async function appendAll(): Promise<void> {
  while (next < Number(count)) {
    const value = `${name}:${next++}`;
    await spool.append(Buffer.from(value));
    process.stdout.write(`${value}\n`);
  }
}

async function drainAll(): Promise<void> {
  const take = async (records: Uint8Array[]): Promise<void> =>
    appendFileSync(takenFile, records.map((record) => `${text(record)}\n`).join(""));
  await spool.drain(take, { batch: { maxRecords: 20 } });
}

setInterval(() => undefined, 60_000);
const appended = Promise.all(Array.from({ length: 8 }, appendAll));
if (takenFile !== "") await drainAll();
await appended;
