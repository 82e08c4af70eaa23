import { AppError } from "@botdeck/core";
import { announce, findJob, listJobs, noteActs, stopJob, takenBackJobs } from "@botdeck/db";

import { actorOf } from "../audit/actor-of.ts";
import { procedureFor, router } from "../trpc.ts";
import { previewLetters } from "./preview.ts";
import { JobById, ListJobs, PreviewJob, StartJob } from "./schemas.ts";
import { startJob } from "./start-job.ts";
import { jobView } from "./view.ts";

const PAGE_JOBS = 20;

/** What is done to many at once, by the worker. */
export const jobRouter = router({
  preview: procedureFor("lead")
    .input(PreviewJob)
    .query(({ ctx, input }) => previewLetters(ctx.db, input, ctx.session.role)),

  start: procedureFor("lead")
    .input(StartJob)
    .mutation(async ({ ctx, input }) => jobView(await startJob(ctx.db, input, actorOf(ctx)), ctx.session.role)),

  list: procedureFor("lead")
    .input(ListJobs)
    .query(async ({ ctx, input }) => {
      const { rows, next } = await listJobs(ctx.db, { after: input.cursor ?? null, limit: PAGE_JOBS });
      const takenBack = await takenBackJobs(
        ctx.db,
        rows.map(({ id }) => id),
      );
      return { rows: rows.map((row) => jobView(row, ctx.session.role, takenBack)), nextCursor: next };
    }),

  get: procedureFor("lead")
    .input(JobById)
    .query(async ({ ctx, input }) => {
      const job = await findJob(ctx.db, input.id);
      if (job === null) throw new AppError("not_found", "There is no such job.");
      return jobView(job, ctx.session.role, await takenBackJobs(ctx.db, [job.id]));
    }),

  stop: procedureFor("lead")
    .input(JobById)
    .mutation(async ({ ctx, input }) => {
      const stopped = await ctx.db.transaction(async (tx) => {
        const job = await stopJob(tx, input.id);
        if (job === null) return null;
        const { kind, done, total } = job;
        await noteActs(tx, actorOf(ctx), [{ action: "job.stop", subjectId: job.id, detail: { kind, done, total } }]);
        return job;
      });
      if (stopped === null) throw new AppError("conflict", "This job is over already.");
      await announce(ctx.db, "botdeck_desk", ["jobs"]);
      return jobView(stopped, ctx.session.role);
    }),
});
