import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";

import { Faults } from "../faults.ts";
import type { FaultSwitch } from "../faults.ts";
import { domainOf } from "../portal.ts";
import type { Portal } from "../portal.ts";

const Since = z.object({ since: z.coerce.number().int().min(0).default(0) });

/** What tests look at and switch: the record of calls, the faults, whether the portal is there. */
export const observeRoutes: FastifyPluginAsync<{ portal: Portal; faults: FaultSwitch }> = async (
  app,
  { portal, faults },
) => {
  app.get("/record", async (request) => portal.record.since(Since.parse(request.query).since));
  app.get("/faults", async () => faults.read());
  app.put("/faults", async (request) => {
    faults.set(Faults.parse(request.body));
    return faults.read();
  });
  app.get("/health", async () => ({
    ok: true,
    portal: { memberId: portal.state.memberId, domain: domainOf(portal) },
  }));
};
