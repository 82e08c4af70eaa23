import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";

import { Faults } from "../faults.ts";
import { domainOf } from "../portal.ts";
import type { Portal } from "../portal.ts";
import type { SecondDoor } from "../rest/moved-portal.ts";

const Since = z.object({ since: z.coerce.number().int().min(0).default(0) });
const FaultsBody = z.custom<z.input<typeof Faults>>((body) => typeof body === "object" && body !== null, {
  error: "The body has to be a JSON object.",
});

/** What tests look at and switch: the record of calls and their number, the faults, whether the portal is there. */
export const observeRoutes: FastifyPluginAsync<{ portal: Portal; secondDoor: SecondDoor }> = async (
  app,
  { portal, secondDoor },
) => {
  app.get("/record", async (request) => portal.record.since(Since.parse(request.query).since));
  app.get("/traffic", async () => portal.traffic.read());
  app.get("/faults", async () => portal.faults.read());
  app.put("/faults", async (request) => {
    const input = FaultsBody.parse(request.body);
    const wanted = input.portal?.movedTo === "auto" ? await secondDoor.open() : input.portal?.movedTo;
    portal.faults.set({ ...input, ...(wanted !== undefined && { portal: { ...input.portal, movedTo: wanted } }) });
    portal.live.publish({ type: "faults" });
    return portal.faults.read();
  });
  app.get("/health", async () => ({
    ok: true,
    portal: { memberId: portal.state.memberId, domain: domainOf(portal) },
  }));
};
