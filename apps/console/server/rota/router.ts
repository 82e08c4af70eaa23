import { peopleMet } from "@botdeck/db";

import { actorOf } from "../audit/actor-of.ts";
import { procedureFor, router } from "../trpc.ts";
import { putRota, removeRota } from "./change-rota.ts";
import { giveTurn, takeBack } from "./change-turns.ts";
import { checkRota } from "./check-rota.ts";
import { readCalendar } from "./read-calendar.ts";
import { readRotas } from "./read-rotas.ts";
import { CancelOverride, CheckRota, GiveTurn, ListRotas, PutRota, ReadCalendar, RemoveRota } from "./schemas.ts";
import { calendarView, rotaView } from "./view.ts";

/** People of a portal to choose from; whoever is none of them is named by their id. */
const MOST_PEOPLE = 500;

export const rotaRouter = router({
  /** Who is on call, now and in the next two weeks. */
  list: procedureFor("viewer")
    .input(ListRotas)
    .query(async ({ ctx, input }) => {
      const rotas = await readRotas(ctx.db, input.portalId, new Date());
      return rotas.map((rota) => rotaView(rota, ctx.session.role));
    }),

  /** Who is on call in a stretch of time, by layers and by what was swapped. */
  calendar: procedureFor("viewer")
    .input(ReadCalendar)
    .query(async ({ ctx, input: { portalId, ...span } }) =>
      calendarView(await readCalendar(ctx.db, portalId, span), ctx.session.role),
    ),

  /** Whom a rota or a policy may name. */
  people: procedureFor("lead")
    .input(ListRotas)
    .query(({ ctx, input }) => peopleMet(ctx.db, input.portalId, MOST_PEOPLE)),

  /** What is wrong with a rota, and who would be on call by it. A mutation because a rota is too long for an address. */
  check: procedureFor("lead")
    .input(CheckRota)
    .mutation(({ ctx, input }) => checkRota(ctx.db, input.portalId, input.rota, new Date())),

  put: procedureFor("lead")
    .input(PutRota)
    .mutation(({ ctx, input }) => putRota(ctx, input, actorOf(ctx))),

  remove: procedureFor("lead")
    .input(RemoveRota)
    .mutation(({ ctx, input }) => removeRota(ctx.db, input, actorOf(ctx))),

  /** Puts somebody on call for a stretch, whoever it was. */
  give: procedureFor("lead")
    .input(GiveTurn)
    .mutation(({ ctx, input }) => giveTurn(ctx.db, input, actorOf(ctx), new Date())),

  /** Takes a swap or an override back. */
  takeBack: procedureFor("lead")
    .input(CancelOverride)
    .mutation(({ ctx, input }) => takeBack(ctx.db, input, actorOf(ctx), new Date())),
});
