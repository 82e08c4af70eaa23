import { parseArgs } from "node:util";

import { AppError, messageOf } from "@botdeck/core";

export type StartOptions = {
  help: boolean;
  /** Removes the data first. */
  reset: boolean;
  /** Inbound webhook of a real portal; null means the demo portal in the emulator. */
  portal: URL | null;
};

export const HELP = `Starts everything on this machine and stops it again on Ctrl-C.

  pnpm start                     with a demo portal: a chat page in which you write as a client
  pnpm start --portal <URL>      with your own portal: an inbound webhook, https://…/rest/<user>/<code>/
  pnpm start --reset             removes the data in .botdeck first

  BOTDECK_HOME                   another folder for the data
  TEMPORAL_CLI_PATH              the Temporal program to use
`;

/** @throws AppError `invalid` when an option is unknown or the portal is not a URL. */
export function readOptions(args: readonly string[]): StartOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        help: { type: "boolean", short: "h", default: false },
        reset: { type: "boolean", default: false },
        portal: { type: "string" },
      },
    });
    return {
      help: values.help,
      reset: values.reset,
      portal: values.portal === undefined ? null : readUrl(values.portal),
    };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("invalid", `${messageOf(cause)}\n\n${HELP}`, { cause });
  }
}

function readUrl(text: string): URL {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol)) return url;
  throw new AppError(
    "invalid",
    "--portal wants the address of an inbound webhook: https://<portal>/rest/<user>/<code>/",
  );
}
