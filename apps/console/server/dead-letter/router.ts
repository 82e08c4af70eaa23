import { AppError } from "@botdeck/core";
import {
  countCauses,
  countLetters,
  discardLetters,
  editsOfLetter,
  findDeadLetter,
  listDeadLetters,
  payloadsOfLetters,
  planReplay,
  replayLetters,
  restoreLetters,
} from "@botdeck/db";

import { actorOf } from "../audit/actor-of.ts";
import { procedureFor, router } from "../trpc.ts";
import { checkEdit, replayEdited } from "./edit/edit-letter.ts";
import {
  CheckEdit,
  DeadLetterById,
  DiscardDeadLetters,
  DryRunReplay,
  LetterFilter,
  ListDeadLetters,
  MOST_LETTERS,
  ReplayDeadLetters,
  ReplayEdited,
  RestoreDeadLetters,
} from "./schemas.ts";
import { causeView, editView, listedLetterView, openedLetterView } from "./view.ts";

const PAGE_LETTERS = 50;
/** Beyond this letters are not counted for a look: it says "more than". */
const MOST_COUNTED = 10_000;

/** The desk for what could not be done. An operator sees in the conversation what did not arrive; deciding is a lead's. */
export const deadLetterRouter = router({
  list: procedureFor("lead")
    .input(ListDeadLetters)
    .query(async ({ ctx, input: { order, cursor, ...filter } }) => {
      const page = { order, after: cursor ?? null, limit: PAGE_LETTERS };
      const { rows, next } = await listDeadLetters(ctx.db, filter, page);
      const ids = rows.map(({ id }) => id);
      const payloads = await payloadsOfLetters(ctx.db, ids);
      return {
        rows: rows.map((row) => listedLetterView(row, payloads.get(row.id) ?? null, ctx.session.role)),
        nextCursor: next,
      };
    }),

  /** As many as there are, up to `MOST_COUNTED` and one more. */
  count: procedureFor("lead")
    .input(LetterFilter)
    .query(async ({ ctx, input }) => {
      const count = await countLetters(ctx.db, input, MOST_COUNTED + 1);
      return { count: Math.min(count, MOST_COUNTED), isCut: count > MOST_COUNTED };
    }),

  causes: procedureFor("lead")
    .input(LetterFilter)
    .query(async ({ ctx, input }) => {
      const causes = await countCauses(ctx.db, input);
      return causes.map((cause) => causeView(cause, ctx.session.role));
    }),

  get: procedureFor("lead")
    .input(DeadLetterById)
    .query(async ({ ctx, input }) => {
      const letter = await findDeadLetter(ctx.db, input.id);
      if (letter === null) throw new AppError("not_found", "This dead letter is not there, or no longer.");
      return openedLetterView(letter, ctx.session.role);
    }),

  dryRun: procedureFor("lead")
    .input(DryRunReplay)
    .query(async ({ ctx, input }) => {
      if ("ids" in input) return { plans: await planReplay(ctx.db, input.ids), hasMore: false };
      const page = { order: "oldest", after: null, limit: MOST_LETTERS } as const;
      const { rows, next } = await listDeadLetters(ctx.db, input.filter, page);
      const ids = rows.map(({ id }) => id);
      return { plans: await planReplay(ctx.db, ids), hasMore: next !== null };
    }),

  replay: procedureFor("lead")
    .input(ReplayDeadLetters)
    .mutation(({ ctx, input }) => replayLetters(ctx.db, { ...input, actor: actorOf(ctx) })),

  /** A look at a replay with another payload. No query, because a payload does not belong into an address. */
  checkEdit: procedureFor("admin")
    .input(CheckEdit)
    .mutation(({ ctx, input }) => checkEdit(ctx.db, input, ctx.session.role)),

  replayEdited: procedureFor("admin")
    .input(ReplayEdited)
    .mutation(({ ctx, input }) => replayEdited(ctx.db, input, actorOf(ctx))),

  /** What a letter was before somebody changed it; also of one that is no dead letter any more. */
  edits: procedureFor("lead")
    .input(DeadLetterById)
    .query(async ({ ctx, input }) => {
      const edits = await editsOfLetter(ctx.db, input.id);
      return edits.map((edit) => editView(edit, ctx.session.role));
    }),

  discard: procedureFor("lead")
    .input(DiscardDeadLetters)
    .mutation(({ ctx, input }) => discardLetters(ctx.db, { ...input, actor: actorOf(ctx) })),

  restore: procedureFor("lead")
    .input(RestoreDeadLetters)
    .mutation(({ ctx, input }) => restoreLetters(ctx.db, { ...input, actor: actorOf(ctx) })),
});
