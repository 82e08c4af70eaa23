import { parseArgs } from "node:util";

export type BenchArguments = { isJson: boolean; isQuick: boolean; report: (line: string) => void };

/**
 * What every bench understands: `--json`, `--quick`, `--help`.
 *
 * @returns Null when help was asked for, which is printed by then.
 */
export function readBenchArguments(args: readonly string[], help: string): BenchArguments | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return null;
  }
  return {
    isJson: values.json,
    isQuick: values.quick,
    report: (line) => void process.stderr.write(`${line}\n`),
  };
}
