import { procedureFor, router } from "../trpc.ts";
import { readRotas } from "./read-rotas.ts";
import { ListRotas } from "./schemas.ts";
import { rotaView } from "./view.ts";

export const rotaRouter = router({
  /** Who is on call, now and in the next two weeks. */
  list: procedureFor("viewer")
    .input(ListRotas)
    .query(async ({ ctx, input }) => {
      const rotas = await readRotas(ctx.db, input.portalId, new Date());
      return rotas.map((rota) => rotaView(rota, ctx.session.role));
    }),
});
