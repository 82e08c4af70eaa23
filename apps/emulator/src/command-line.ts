import { parseArgs } from "node:util";

import { AppError, messageOf } from "@botdeck/core";

import { BucketText } from "./rest/bucket-limits.ts";

export const HELP = `A local Bitrix24 portal for people who write bots: REST, OAuth, events, open lines, CRM, tasks, a chat page.

pnpm emulator [flags], or: node apps/emulator/src/main.ts [flags]

  --port N        listen here (default 8090; 0 takes a free port)
  --host NAME     listen on this address (default 127.0.0.1; nothing here asks for a password)
  --seed FILE     people, departments, lines, leads, deals, tasks and products of a new portal, as JSON
  --state FILE    keep the portal in this file and find it again at the next start
  --record FILE   append every REST call and every event as one JSON line, secrets masked
  --limit N/M     N calls at once and M per second: 50/2 (default), 250/5 (Enterprise), 500/20, ... or off
  --help          this text

Environment, each the default of its flag: EMULATOR_PORT, EMULATOR_HOST, EMULATOR_SEED_FILE, EMULATOR_STATE_FILE,
EMULATOR_RECORD_FILE, EMULATOR_LIMIT. EMULATOR_PUBLIC_URL: how others reach the portal, where that is not host and port.`;

export type Flags = {
  port?: number;
  host?: string;
  seed?: string;
  state?: string;
  record?: string;
  limit?: string;
  help?: boolean;
};

/** @throws AppError `invalid` for a flag that does not exist or has no value, or a wrong one. */
export function readFlags(args: string[]): Flags {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: "string" },
        host: { type: "string" },
        seed: { type: "string" },
        state: { type: "string" },
        record: { type: "string" },
        limit: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    const { port, ...rest } = values;
    if (rest.limit !== undefined && !BucketText.safeParse(rest.limit).success) {
      throw new Error(`--limit ${rest.limit} is neither a pair such as 50/2 nor off.`);
    }
    return port === undefined ? rest : { ...rest, port: readPort(port) };
  } catch (error) {
    throw new AppError("invalid", `${messageOf(error)}\n\n${HELP}`, { cause: error });
  }
}

function readPort(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) throw new Error(`--port ${value} is not a port number.`);
  return Number(value);
}
