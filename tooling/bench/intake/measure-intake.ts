import { processorTimeS } from "../processor-time.ts";
import { runLoadProcess } from "../load/run.ts";
import type { LoadOutcome } from "../load/task.ts";
import type { Stage } from "../stage.ts";
import type { Side, Sides } from "./sides.ts";

/** What a run of one side gave. */
export type Run = LoadOutcome & {
  /** Processor time per event, of the program and of Postgres, in microseconds. */
  programCpuUs: number;
  postgresCpuUs: number;
};

type Options = { connections: number; perSecond: number | null; measureMs: number };

/** Loads one side after another and counts what each has answered 200. */
export function createMeter(stage: Stage, sides: Sides, portals: number) {
  const accepted = new Map<Side, number>();
  const failed = new Map<Side, number>();
  let firstNumber = 0;
  return {
    accepted: (side: Side) => accepted.get(side) ?? 0,
    failed: (side: Side) => failed.get(side) ?? 0,
    async run(side: Side, { connections, perSecond, measureMs }: Options): Promise<Run> {
      const { port, pid } = sides[side];
      const cpuOf = (part: number) => processorTimeS(part) * 1e6;
      const [programBefore, postgresBefore] = [cpuOf(pid), cpuOf(stage.postgres.pid)];
      const outcome = await runLoadProcess({
        port,
        path: "/bitrix/events",
        text: "Hello",
        portals,
        dialogs: 1_000,
        firstNumber,
        connections,
        perSecond,
        warmUpMs: 1_000,
        measureMs,
      });
      const programCpuUs = (cpuOf(pid) - programBefore) / outcome.accepted;
      const postgresCpuUs = (cpuOf(stage.postgres.pid) - postgresBefore) / outcome.accepted;
      firstNumber = outcome.nextNumber;
      accepted.set(side, (accepted.get(side) ?? 0) + outcome.accepted);
      const refused = Object.values(outcome.refused).reduce((sum, count) => sum + count, 0);
      failed.set(side, (failed.get(side) ?? 0) + refused);
      return { ...outcome, programCpuUs, postgresCpuUs };
    },
  };
}
export type Meter = ReturnType<typeof createMeter>;
