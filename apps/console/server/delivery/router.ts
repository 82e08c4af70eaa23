import { AppError } from "@botdeck/core";
import {
  databaseNow,
  intakeLedger,
  listDoubts,
  listGateways,
  MOST_HEADS_WALKED,
  portalQueues,
  waitingHeads,
} from "@botdeck/db";

import { procedureFor, router } from "../trpc.ts";
import { outages } from "../system/outages.ts";
import { ListDoubts, ListHeads, ListQueues, ReadIntake } from "./schemas.ts";
import { doubtView, gatewayView, headView, intakeView, queueView } from "./view.ts";

const PAGE_PORTALS = 20;
const PAGE_DOUBTS = 50;
const SHOWN_HEADS = 50;
const SHOWN_GATEWAYS = 20;
const SHOWN_OUTAGES = 20;
const HOUR_MS = 3_600_000;

/** What is on its way to portals, what came in from them, and why something waits. */
export const deliveryRouter = router({
  queues: procedureFor("lead")
    .input(ListQueues)
    .query(async ({ ctx, input: { cursor, ...filter } }) => {
      const { rows, next } = await portalQueues(ctx.db, filter, { after: cursor ?? null, limit: PAGE_PORTALS });
      return { rows: rows.map((row) => queueView(row, ctx.session.role)), nextCursor: next };
    }),

  heads: procedureFor("lead")
    .input(ListHeads)
    .query(async ({ ctx, input: { portalId } }) => {
      const [{ rows: portals }, { rows, walked }, now] = await Promise.all([
        portalQueues(ctx.db, { portalId }, { after: null, limit: 1 }),
        waitingHeads(ctx.db, { portalId, limit: SHOWN_HEADS }),
        databaseNow(ctx.db),
      ]);
      const [portal] = portals;
      if (portal === undefined) throw new AppError("not_found", "This portal is not connected, or no longer.");
      return {
        rows: rows.map((row) => headView(row, portal, now, ctx.session.role)),
        /** Lanes in which something waits; `isCut` when there may be more. */
        lanes: walked,
        isCut: walked >= MOST_HEADS_WALKED,
      };
    }),

  doubts: procedureFor("lead")
    .input(ListDoubts)
    .query(async ({ ctx, input: { cursor, ...filter } }) => {
      const { rows, next } = await listDoubts(ctx.db, filter, { after: cursor ?? null, limit: PAGE_DOUBTS });
      return { rows: rows.map((row) => doubtView(row, ctx.session.role)), nextCursor: next };
    }),

  intake: procedureFor("lead")
    .input(ReadIntake)
    .query(async ({ ctx, input: { hours, portalId } }) => {
      const now = await databaseNow(ctx.db);
      const thisHour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
      const rows = await intakeLedger(ctx.db, { since: new Date(thisHour - (hours - 1) * HOUR_MS), portalId });
      return rows.map(intakeView);
    }),

  outages: procedureFor("lead")
    .input(ReadIntake.pick({ hours: true }))
    .query(({ ctx, input: { hours } }) => outages(ctx.db, { withinHours: hours, most: SHOWN_OUTAGES })),

  gateways: procedureFor("lead")
    .input(ReadIntake.pick({ hours: true }))
    .query(async ({ ctx, input: { hours } }) => {
      const rows = await listGateways(ctx.db, { withinHours: hours, limit: SHOWN_GATEWAYS });
      return rows.map(gatewayView);
    }),
});
