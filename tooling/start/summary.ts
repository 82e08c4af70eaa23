import type { RunRecord } from "./run-file.ts";

type Summary = { record: RunRecord; demoPassword: string; logFolder: string; workflowNote: string | null };

/** The block that is printed when everything runs: where to go and how to get in. */
export function summarize({ record, demoPassword, logFolder, workflowNote }: Summary): string {
  const lines = [
    "",
    "Botdeck is running.",
    "",
    ...(record.emulatorUrl === null
      ? [
          "  Your portal  is connected; write to one of the bots there. They act with the rights of the",
          "               person who made the webhook, until it expires or that person leaves.",
        ]
      : [`  Chat page    ${record.emulatorUrl}/   write as a client, an employee or an operator`]),
    `  Console      ${record.consoleUrl}/   see the conversations`,
    `               lead@botdeck.local, admin@botdeck.local or viewer@botdeck.local, password ${demoPassword}`,
    `  Gateway      ${record.gatewayUrl}/`,
    `  Logs         ${logFolder}/`,
    ...(workflowNote === null ? [] : ["", `  ${workflowNote}`]),
    "",
    "Ctrl-C stops everything.",
    "",
  ];
  return lines.join("\n");
}
