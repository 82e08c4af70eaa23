import { messageOf, redactText } from "@botdeck/core";
import {
  announce,
  type DatabaseHandle,
  failJob,
  JobPieceError,
  type JobWorks,
  LETTER_WORKS,
  postponeJob,
  runJobPiece,
} from "@botdeck/db";
import type { Logger } from "@botdeck/telemetry";

import { keepLooking } from "../roles/keep-looking.ts";
import type { Role } from "../roles/role.ts";
import { waitBeforeRetry } from "./job-retry.ts";

const EVERY_MS = 1_500;
/** In one look, so that a worker that stops need not wait for a job of many pieces. */
const PIECES_PER_LOOK = 20;

type Deps = { db: DatabaseHandle["db"]; logger: Logger };

/** Does what people asked for to be done to many at once, a piece at a time; a job whose worker died goes on where it was. */
export function startBulkJobs({ db, logger }: Deps): Role {
  const look = createJobLook({ db, works: LETTER_WORKS, logger });
  return keepLooking("bulk jobs", look, logger, EVERY_MS);
}

/**
 * One look for jobs, with its work. A piece that failed is tried again later, and other jobs go on meanwhile; one that came on has all
 * its tries again.
 */
export function createJobLook({ db, works, logger }: Deps & { works: JobWorks }): () => Promise<void> {
  /** Where the database is away this fails as well, and the piece is begun anew once it is back. */
  async function noteFailure({ jobId, tries, cursor, cause }: JobPieceError): Promise<void> {
    const waitMs = waitBeforeRetry(tries, cause);
    const problem = redactText(messageOf(cause));
    if (waitMs === null) {
      logger.error({ err: cause, jobId, tries: tries + 1 }, "a job is given up");
      await failJob(db, jobId, { tries, cursor, problem });
    } else {
      logger.warn(
        { err: cause, jobId, tries: tries + 1, waitMs },
        "a piece of a job could not be done; it is tried again",
      );
      await postponeJob(db, jobId, { tries, cursor, waitMs, problem });
    }
    await announce(db, "botdeck_desk", ["jobs"]);
  }

  return async () => {
    for (let piece = 0; piece < PIECES_PER_LOOK; piece++) {
      try {
        if (!(await runJobPiece(db, works))) return;
      } catch (error) {
        if (!(error instanceof JobPieceError)) throw error;
        await noteFailure(error);
      }
    }
  };
}
