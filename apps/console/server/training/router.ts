import {
  assignedOf,
  countExamples,
  isSameChoice,
  latestRun,
  listExamples,
  listSets,
  MOST_EXAMPLES_COUNTED,
} from "@botdeck/db";

import { deskPerson } from "../conversation/desk-person.ts";
import { procedureFor, router } from "../trpc.ts";
import { addPhrase, evaluate, publish, rollBack } from "./change-teaching.ts";
import { decide } from "./decide.ts";
import { botThatLearns, intentsOfBot } from "./intents-of-bot.ts";
import { AddPhrase, DecideExamples, ListExamples, OfBot, PublishRun, RollBack } from "./schemas.ts";
import { exampleView, runView, versionView } from "./view.ts";

const PAGE_EXAMPLES = 50;
const SHOWN_VERSIONS = 30;

/** What bots did not understand, what people say that it means, and what bots are taught of it. Phrases are clients' words: no role below operator sees them. */
export const trainingRouter = router({
  bots: procedureFor("operator").query(({ ctx }) =>
    ctx.bots
      .all()
      .flatMap((bot) =>
        bot.intents === undefined ? [] : [{ code: bot.code, name: bot.name, intents: intentsOfBot(bot) }],
      ),
  ),

  list: procedureFor("operator")
    .input(ListExamples)
    .query(async ({ ctx, input: { cursor, ...filter } }) => {
      const { rows, next } = await listExamples(ctx.db, filter, { after: cursor ?? null, limit: PAGE_EXAMPLES });
      return { rows: rows.map(exampleView), nextCursor: next };
    }),

  /** How many there are of each state; `most` of one stands for that many or more. */
  counts: procedureFor("operator")
    .input(OfBot)
    .query(async ({ ctx, input }) => ({
      ...(await countExamples(ctx.db, input.botCode)),
      most: MOST_EXAMPLES_COUNTED,
    })),

  /** The latest evaluation of a bot; null when there was none. */
  latestRun: procedureFor("operator")
    .input(OfBot)
    .query(async ({ ctx, input: { botCode } }) => {
      const [run, assigned, sets] = await Promise.all([
        latestRun(ctx.db, botCode),
        assignedOf(ctx.db, botCode),
        listSets(ctx.db, botCode, 1),
      ]);
      if (run === null) return null;
      const published = sets.find(({ runId }) => runId === run.id);
      return runView(run, { isCurrent: isSameChoice(run.chosen, assigned), version: published?.version ?? null });
    }),

  versions: procedureFor("operator")
    .input(OfBot)
    .query(async ({ ctx, input: { botCode } }) => {
      botThatLearns(ctx.bots, botCode);
      return (await listSets(ctx.db, botCode, SHOWN_VERSIONS)).map(versionView);
    }),

  decide: procedureFor("operator")
    .input(DecideExamples)
    .mutation(({ ctx, input }) => decide(ctx, input, deskPerson(ctx))),

  addPhrase: procedureFor("lead")
    .input(AddPhrase)
    .mutation(({ ctx, input }) => addPhrase(ctx, input, deskPerson(ctx))),

  evaluate: procedureFor("lead")
    .input(OfBot)
    .mutation(({ ctx, input }) => evaluate(ctx, input, deskPerson(ctx))),

  publish: procedureFor("lead")
    .input(PublishRun)
    .mutation(({ ctx, input }) => publish(ctx, input, deskPerson(ctx))),

  rollBack: procedureFor("lead")
    .input(RollBack)
    .mutation(({ ctx, input }) => rollBack(ctx, input, deskPerson(ctx))),
});
