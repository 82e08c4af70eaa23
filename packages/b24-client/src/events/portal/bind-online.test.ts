import { expect, test } from "vitest";

import { createB24Client } from "../../client.ts";
import { createLocalBudget } from "../../rate-budget.ts";
import { createFakePortal } from "../../testing/fake-portal.ts";
import { bindOnline } from "./bind-online.ts";

const OURS = "https://bots.example/bitrix/events";
const OTHERS = "https://elsewhere.example/events";

function setup(posted: readonly (readonly [event: string, handler: string])[]) {
  const rows = posted.map(([event, handler]) => ({ event, handler, auth_type: 0, offline: 0 }));
  const { transport, requests } = createFakePortal({
    "event.get": () => [...rows, { event: "ONCRMLEADUPDATE", handler: "", auth_type: 0, offline: 1 }],
    "event.bind"({ event, handler }) {
      if (event === "ONCRMLEADADD") throw { error: "ERROR_EVENT_NOT_FOUND", error_description: "Event not found" };
      rows.push({ event: String(event), handler: String(handler), auth_type: 0, offline: 0 });
      return true;
    },
    "event.unbind"({ event, handler }) {
      const kept = rows.filter((row) => row.event !== event || row.handler !== handler);
      const count = rows.length - kept.length;
      rows.splice(0, rows.length, ...kept);
      return { count };
    },
  });
  const portal = { kind: "webhook", url: "https://demo.bitrix24.example/rest/1/democode/" } as const;
  return { client: createB24Client({ portal, transport, budget: createLocalBudget() }), rows, requests };
}

test("what is wanted is posted, what nobody wants is not any more, and what others bound stays", async () => {
  const { client, rows, requests } = setup([
    ["ONTASKUPDATE", OURS],
    ["ONCRMDEALUPDATE", OURS],
    ["ONCRMDEALUPDATE", OTHERS],
  ]);
  const asked = {
    events: ["ONTASKUPDATE", "ONTASKADD", "ONCRMLEADADD"],
    unwanted: ["ONCRMDEALUPDATE", "ONCRMLEADUPDATE", "ONTASKADD"],
    handlerUrl: OURS,
  };
  // This portal has no leads.
  expect(await bindOnline(client, asked)).toEqual({ bound: ["ONTASKADD"], unbound: ["ONCRMDEALUPDATE"] });
  expect(rows.map(({ event, handler }) => [event, handler])).toEqual([
    ["ONTASKUPDATE", OURS],
    ["ONCRMDEALUPDATE", OTHERS],
    ["ONTASKADD", OURS],
  ]);
  expect(requests).toHaveLength(2);
});
