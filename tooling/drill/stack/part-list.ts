import type { Part } from "./part.ts";

export type PartList = {
  /** Starts a part, and ends it with the rest. */
  launch<Started extends Part>(part: Started): Promise<Started>;
  /** Ends all, what was started last first. Asked twice, both wait for the same end. */
  stop(): Promise<void>;
};

/** The parts of one stack: whatever ends the drill, a signal or its own fault, ends them. */
export function createPartList(signal: AbortSignal): PartList {
  const parts: Part[] = [];
  let stopping: Promise<void> | null = null;
  const abandon = () => {
    for (const part of parts) part.abandon();
  };
  const stopAll = async () => {
    for (const part of parts.toReversed()) await part.stop();
    process.removeListener("exit", abandon);
  };
  const stop = async () => await (stopping ??= stopAll());
  process.once("exit", abandon);
  signal.addEventListener("abort", () => void stop());
  return {
    async launch(part) {
      signal.throwIfAborted();
      parts.push(part);
      await part.start();
      return part;
    },
    stop,
  };
}
