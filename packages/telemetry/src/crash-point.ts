import { AppError } from "@botdeck/core";

/**
 * Places where a process may be made to die, named after the promise they put to the test. A drill arms one of them from
 * outside; nothing else may make a process end there.
 */
export const CRASH_POINTS = [
  /** A flush's rows are in memory, and nothing is sent to the database yet. */
  "gateway.before_commit",
  /** The events are in the inbox, and nobody has been answered. */
  "gateway.after_commit_before_200",
  /** The events are on the spool's disk, and nobody has been answered. */
  "gateway.after_spool_append_before_200",
  /** Spooled events are in the inbox, and the spool still has them. */
  "gateway.drain_after_commit_before_forget",
  /** An event is claimed, and its handler has not run. */
  "worker.before_handle",
  /** What the handler decided is committed, and none of it has left. */
  "worker.after_handle_commit",
  /** An effect is ready, and is not marked as sending. */
  "worker.before_sending",
  /** An effect is marked as sending, and no byte has left. */
  "worker.after_sending_before_call",
  /** The portal has answered, and the answer is not written down. */
  "worker.after_call_before_settle",
  /** A page of events was fetched, and is not in the inbox. */
  "poller.after_fetch_before_commit",
  /** A page of events is in the inbox, and the portal was not told. */
  "poller.after_commit_before_ack",
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

let armed: { point: string; passesLeft: number } | null = null;

/**
 * Arms one crash point of this process, once at its start.
 *
 * @param text `name` or `name:pass`, such as `gateway.before_commit:3`, which dies at the third pass; undefined arms none.
 * @throws AppError `invalid` for a point that does not exist.
 */
export function armCrashPoint(text: string | undefined): void {
  if (text === undefined) return;
  const [point = "", pass = "1"] = text.split(":");
  if (!CRASH_POINTS.some((each) => each === point) || !/^[1-9]\d{0,8}$/.test(pass)) {
    throw new AppError(
      "invalid",
      `BOTDECK_CRASHPOINT is ${text}, but has to be one of ${CRASH_POINTS.join(", ")}, and may end in a pass such as :3`,
    );
  }
  armed = { point, passesLeft: Number(pass) };
}

/** Ends this process as `kill -9` would, when this point is armed and has been passed often enough. */
export function crashPoint(point: CrashPoint): void {
  if (armed === null || armed.point !== point) return;
  armed.passesLeft -= 1;
  if (armed.passesLeft === 0) process.kill(process.pid, "SIGKILL");
}
