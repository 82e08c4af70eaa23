import { parseArgs } from "node:util";

import { AppError, messageOf } from "@botdeck/core";

export const HELP = `A local Bitrix24 portal for bots: REST, OAuth, events, open line, chat page.

  --port N        listen here (default 8090, or EMULATOR_PORT)
  --seed FILE     people of a new portal, as JSON
  --record FILE   write every REST call and event as one JSON line
  --help          this text

Environment: EMULATOR_PORT, EMULATOR_HOST, EMULATOR_STATE_FILE, EMULATOR_RECORD_FILE, EMULATOR_LIMIT (50/2, 250/5, off).
`;

export type Flags = { port?: number; seed?: string; record?: string; help?: boolean };

/** @throws AppError `invalid` for a flag that does not exist or has no value. */
export function readFlags(args: string[]): Flags {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: "string" },
        seed: { type: "string" },
        record: { type: "string" },
        help: { type: "boolean" },
      },
    });
    const { port, ...rest } = values;
    return port === undefined ? rest : { ...rest, port: readPort(port) };
  } catch (error) {
    throw new AppError("invalid", `${messageOf(error)}\n\n${HELP}`, { cause: error });
  }
}

function readPort(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) throw new Error(`--port ${value} is not a port number.`);
  return Number(value);
}
