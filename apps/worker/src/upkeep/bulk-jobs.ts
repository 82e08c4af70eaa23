import { messageOf, redactText } from "@botdeck/core";
import {
  announce,
  type DatabaseHandle,
  failJob,
  isDatabaseAway,
  JobPieceError,
  type JobWorks,
  LETTER_WORKS,
  runJobPiece,
} from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import { keepLooking } from "../roles/keep-looking.ts";
import type { Role } from "../roles/role.ts";

const EVERY_MS = 1_500;
/** In one look, so that a worker that stops need not wait for a job of many pieces. */
const PIECES_PER_LOOK = 20;
/** A piece that nobody can do is tried this often before its job is given up; a job that comes on has all of them again. */
const TRIES = 3;

type Deps = { db: DatabaseHandle["db"]; logger: Logger };

/** Does what people asked for to be done to many at once, a piece at a time; a job whose worker died goes on where it was. */
export function startBulkJobs({ db, logger }: Deps): Role {
  const look = createJobLook({ db, works: LETTER_WORKS, logger });
  return keepLooking("bulk jobs", look, logger, EVERY_MS);
}

/** One look for jobs, with its work. */
export function createJobLook({ db, works, logger }: Deps & { works: JobWorks }): () => Promise<void> {
  const failures = new Map<string, { place: string; count: number }>();

  async function noteFailure(error: JobPieceError): Promise<void> {
    const { jobId, place, cause } = error;
    const before = failures.get(jobId);
    const count = before?.place === place ? before.count + 1 : 1;
    failures.set(jobId, { place, count });
    logger.error({ err: cause, jobId, tries: count }, "a piece of a job could not be done");
    if (count < TRIES) return;
    failures.delete(jobId);
    await failJob(db, jobId, redactText(messageOf(cause)));
    await announce(db, "botdeck_desk", ["jobs"]);
  }

  return async () => {
    for (let piece = 0; piece < PIECES_PER_LOOK; piece++) {
      try {
        if (!(await runJobPiece(db, works))) return;
      } catch (error) {
        if (!(error instanceof JobPieceError) || isDatabaseAway(error.cause)) throw error;
        return await noteFailure(error);
      }
    }
  };
}
