import { connect, type DatabaseHandle } from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

/** Events and deliveries hold one for a statement or a short transaction only, so few do for many at once. */
const WORK_CONNECTIONS = 10;
const QUICK_CONNECTIONS = 4;
const PATIENT_CONNECTIONS = 4;

/**
 * Who works under a lease must not spend it on a connection that was lost without a word: such a statement is given up while
 * there is time left, in milliseconds. One that handles an event may wait for a row that a person's word has locked; a claim, a
 * budget or a row to look up is a matter of milliseconds.
 */
const HANDLING = { statementTimeoutMs: 3_000, deadlineMs: 4_000 };
const QUICK = { statementTimeoutMs: 2_000, deadlineMs: 3_000 };

export type Databases = {
  /** For events and deliveries. */
  handle: DatabaseHandle;
  /** For what harms nothing when a crash of Postgres undoes it: claims of events, the end of those nobody wants, budgets, notices. */
  quick: DatabaseHandle;
  /** For what holds no lease and may take its time: installations, recovery, retention. Opened when it is needed. */
  patient: DatabaseHandle;
  close(): Promise<void>;
};

/** The worker's connections to the database, by how long what they carry may take. */
export function openDatabases(url: string, logger: Logger): Databases {
  const onReplaced = () => logger.warn("connections to the database had gone mute and were made anew");
  const handle = connect(url, {
    max: WORK_CONNECTIONS,
    ...HANDLING,
    plansOnce: true,
    applicationName: "botdeck-worker",
    onReplaced,
  });
  const quick = connect(url, {
    max: QUICK_CONNECTIONS,
    ...QUICK,
    plansOnce: true,
    synchronousCommit: false,
    applicationName: "botdeck-worker-quick",
    onReplaced,
  });
  const patient = connect(url, {
    max: PATIENT_CONNECTIONS,
    applicationName: "botdeck-worker-patient",
    onReplaced,
  });
  const all = [handle, quick, patient];
  return { handle, quick, patient, close: async () => void (await Promise.all(all.map((each) => each.close()))) };
}
