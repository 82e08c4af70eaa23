import { parseArgs } from "node:util";

export type DrillCommand =
  | { kind: "help"; isAsked: boolean }
  | { kind: "list" }
  | { kind: "faults"; only: string[]; seed: number; times: number; isLong: boolean; isJson: boolean }
  | { kind: "alertmanager" | "zabbix"; times: number; isJson: boolean }
  | { kind: "return-crash" | "ticket" | "vacation" | "escalation"; seed: number; times: number; isJson: boolean };

export const USAGE = `pnpm drill [--only NAME,NAME] [--long] [--seed N] [--times N] [--json]
pnpm drill --list
pnpm drill return-crash|ticket|vacation|escalation [--times N] [--seed N] [--json]
pnpm drill alertmanager|zabbix [--times N] [--json]

  Without a name: real processes under load, and one fault after another; nothing that was accepted may be lost, done
  twice or out of order. --long lets faults last as long as they do in life. A seed repeats a run.

  return-crash   plays a product return while the worker and the Temporal server are killed (SIGKILL) at every step.
  ticket         plays a ticket from the described problem to the rating; the worker, Temporal or Postgres dies at every step.
  vacation       plays days off from the request over question, change and approval to the cancelling, in the same way.
  escalation     an alert that nobody answers goes through the levels of a policy, acknowledged at last, in the same way.
  alertmanager   a real Prometheus and Alertmanager with the files of infra/: card, Acknowledge in the chat page, silence, recovery.
  zabbix         a real Zabbix with the media type of infra/: card, Acknowledge in the chat page, acknowledged in Zabbix, recovery.
`;

/** What the command line asks for; anything unclear is a wish for help. */
export function readCommand(args: readonly string[]): DrillCommand {
  const wrong: DrillCommand = { kind: "help", isAsked: false };
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        only: { type: "string", default: "" },
        times: { type: "string", default: "1" },
        seed: { type: "string", default: "1" },
        long: { type: "boolean", default: false },
        list: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    const [times, seed, isJson] = [Number(values.times), Number(values.seed), values.json];
    if (values.help) return { kind: "help", isAsked: true };
    if (!Number.isInteger(times) || times < 1 || !Number.isInteger(seed) || positionals.length > 1) return wrong;
    const [name] = positionals;
    if (name === "alertmanager" || name === "zabbix") return { kind: name, times, isJson };
    const isFlow = name === "return-crash" || name === "ticket" || name === "vacation" || name === "escalation";
    if (isFlow) return { kind: name, seed, times, isJson };
    if (positionals.length > 0) return wrong;
    if (values.list) return { kind: "list" };
    const only = values.only.split(",").filter((name) => name !== "");
    return { kind: "faults", only, seed, times, isLong: values.long, isJson };
  } catch {
    return wrong;
  }
}
