import { AppError } from "@botdeck/core";

import { alertmanagerDrill } from "./alertmanager/run-alertmanager.ts";
import { runAlertDrill } from "./alerts/run-alert-drill.ts";
import { escalationScript } from "./escalation/escalation-script.ts";
import { FAULTS } from "./faults/index.ts";
import { type DrillCommand, readCommand, USAGE } from "./options.ts";
import { ticketScript } from "./ticket/ticket-script.ts";
import { runReturnCrash } from "./return-crash/run-return-crash.ts";
import { runFlowCrash } from "./flow-crash/run-flow-crash.ts";
import { runFaults } from "./run-faults.ts";
import { vacationScript } from "./vacation/vacation-script.ts";
import { zabbixDrill } from "./zabbix/run-zabbix.ts";

const command = readCommand(process.argv.slice(2));

if (command.kind === "help") {
  process.stderr.write(USAGE);
  process.exit(command.isAsked ? 0 : 2);
}
if (command.kind === "list") {
  process.stdout.write(
    `${[...FAULTS.map(({ name }) => name), "return-crash (pnpm drill return-crash)", "ticket (pnpm drill ticket)", "vacation (pnpm drill vacation)", "escalation (pnpm drill escalation)", "alertmanager (pnpm drill alertmanager)", "zabbix (pnpm drill zabbix)"].join("\n")}\n`,
  );
  process.exit(0);
}

const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => interrupted.abort(new AppError("conflict", `it was ended by ${signal}`)));
}

try {
  const { signal } = interrupted;
  process.exitCode = (await run(command, signal)) ? 0 : 1;
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`The drill could not be run: ${error.message}\n`);
  process.exitCode = 1;
}

function run(asked: Exclude<DrillCommand, { kind: "help" | "list" }>, signal: AbortSignal): Promise<boolean> {
  switch (asked.kind) {
    case "alertmanager":
      return runAlertDrill(alertmanagerDrill, asked, signal);
    case "escalation":
      return runFlowCrash(escalationScript, asked, signal);
    case "faults":
      return runFaults(asked, signal);
    case "return-crash":
      return runReturnCrash(asked, signal);
    case "ticket":
      return runFlowCrash(ticketScript, asked, signal);
    case "vacation":
      return runFlowCrash(vacationScript, asked, signal);
    case "zabbix":
      return runAlertDrill(zabbixDrill, asked, signal);
  }
}
