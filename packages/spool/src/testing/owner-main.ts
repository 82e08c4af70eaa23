import { openSpool } from "../open-spool.ts";
import { text } from "./texts.ts";

// A process that appends as fast as it can, drains beside that when told, and says what was kept and taken, until it is killed.
const [folder = "", name = "", work = ""] = process.argv.slice(2);
const spool = await openSpool({ folder, maxBytes: 64 * 1024 * 1024, segmentBytes: 20_000 });
const say = (line: string): void => void process.stdout.write(`${line}\n`);
say("open");

let next = 0;
async function appendForever(): Promise<void> {
  for (;;) {
    const value = `${name}:${next++}`;
    await spool.append(Buffer.from(value));
    say(`kept ${value}`);
  }
}

async function drainForever(): Promise<void> {
  const take = async (records: Uint8Array[]): Promise<void> =>
    say(records.map((record) => `taken ${text(record)}`).join("\n"));
  for (;;) await spool.drain(take, { batch: { maxRecords: 20 } });
}

const appenders = Array.from({ length: 8 }, appendForever);
await Promise.all(work === "drain" ? [...appenders, drainForever()] : appenders);
