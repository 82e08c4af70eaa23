import type { Command } from "@botdeck/local-stack";

/** What a part is doing, as its line on the screen says it. */
export type PartState =
  | { is: "waiting" }
  | { is: "starting"; note?: string }
  | { is: "ready"; note?: string }
  | { is: "done"; note?: string }
  | { is: "restarting"; note: string }
  | { is: "unavailable"; note: string }
  | { is: "failed"; note: string }
  | { is: "stopping" }
  | { is: "stopped" };

/** Stopped in this order: what talks to people first, what keeps the data last. */
export const LAYERS = ["app", "portal", "backing"] as const;

/** A program that runs until the end and is started again when it dies. */
export type Service = {
  kind: "service";
  name: string;
  /** Names of the parts that must be ready or done before. */
  after: readonly string[];
  layer: (typeof LAYERS)[number];
  /** True when the start is complete without it, and nothing comes after it. */
  isOptional?: boolean;
  /** Called once. May take long; `report` says how far it is, `signal` ends it. */
  prepare(report: (note: string) => void, signal: AbortSignal): Promise<Preparation>;
};

export type Preparation =
  | { ok: true; program: Program }
  /** It cannot run on this machine, and the rest works without it. */
  | { ok: false; reason: string };

export type Program = {
  command: Command;
  isReady(): Promise<boolean>;
  stopSignal?: NodeJS.Signals;
  /** Shown beside "ready": its address. */
  note?: string;
};

/** Something that is done once at every start. When it fails, everything stops. */
export type Task = {
  kind: "task";
  name: string;
  after: readonly string[];
  /** @returns A note for its line. */
  run(tools: TaskTools): Promise<string | undefined>;
};

export type TaskTools = {
  report(note: string): void;
  signal: AbortSignal;
  /**
   * Runs a program to its end, with its output in the part's log.
   *
   * @returns Its last line.
   * @throws AppError `rejected` with its last words when it fails.
   */
  runProgram(command: Command): Promise<string>;
};

export type Part = Service | Task;
