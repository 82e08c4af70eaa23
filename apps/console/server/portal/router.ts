import { AppError } from "@botdeck/core";
import { listPortals, portalNames, readPortalDetails } from "@botdeck/db";

import { actorOf } from "../audit/actor-of.ts";
import { isAtLeast } from "../roles.ts";
import { procedureFor, router } from "../trpc.ts";
import { askForCheck, disconnectPortal, setDesk, setRequestLimit, setRights } from "./change-portal.ts";
import { connectPortal, retryPortal } from "./connect-portal.ts";
import { putOrders } from "./put-orders.ts";
import {
  ConnectPortal,
  DisconnectPortal,
  PagePortals,
  PortalById,
  PutOrders,
  RetryPortal,
  SetDesk,
  SetRequestLimit,
  SetRights,
} from "./schemas.ts";
import { portalRow, portalView } from "./view.ts";

const PAGE = 30;

/** The portals of this deployment. Everybody may look at them; what is set about them is an administrator's to say. */
export const portalRouter = router({
  list: procedureFor("viewer").query(({ ctx }) => portalNames(ctx.db)),

  page: procedureFor("viewer")
    .input(PagePortals)
    .query(async ({ ctx, input }) => {
      const { rows, next } = await listPortals(ctx.db, { after: input.cursor ?? null, limit: PAGE });
      return { rows: rows.map(portalRow), next };
    }),

  get: procedureFor("viewer")
    .input(PortalById)
    .query(async ({ ctx, input }) => {
      const portal = await readPortalDetails(ctx.db, input.portalId);
      if (portal === null) throw new AppError("not_found", "This portal is not there, or no longer.");
      return portalView(portal, { isAdmin: isAtLeast(ctx.session.role, "admin") });
    }),

  /** In which ways a portal can be connected here. */
  ways: procedureFor("admin").query(({ ctx }) => ({ canSeal: ctx.secretBox !== null, gatewayUrl: ctx.gatewayUrl })),

  connect: procedureFor("admin")
    .input(ConnectPortal)
    .mutation(({ ctx, input: { url } }) => {
      const { secretBox: box, takesPrivatePortals: takesPrivate } = ctx;
      return connectPortal(ctx.db, { url, box, takesPrivate }, actorOf(ctx));
    }),

  retry: procedureFor("admin")
    .input(RetryPortal)
    .mutation(({ ctx, input }) => retryPortal(ctx.db, input, actorOf(ctx))),

  check: procedureFor("lead")
    .input(PortalById)
    .mutation(({ ctx, input }) => askForCheck(ctx.db, input.portalId)),

  setDesk: procedureFor("admin")
    .input(SetDesk)
    .mutation(({ ctx, input }) => setDesk(ctx.db, input, actorOf(ctx))),

  setRequestLimit: procedureFor("admin")
    .input(SetRequestLimit)
    .mutation(({ ctx, input }) => setRequestLimit(ctx.db, input, actorOf(ctx))),

  setRights: procedureFor("admin")
    .input(SetRights)
    .mutation(({ ctx, input }) => setRights(ctx.db, input, actorOf(ctx))),

  putOrders: procedureFor("admin")
    .input(PutOrders)
    .mutation(({ ctx, input }) => putOrders(ctx.db, input, { box: ctx.secretBox, actor: actorOf(ctx) })),

  disconnect: procedureFor("admin")
    .input(DisconnectPortal)
    .mutation(({ ctx, input }) => disconnectPortal(ctx.db, input, actorOf(ctx))),
});
