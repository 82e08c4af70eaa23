import { expect, test } from "vitest";

import { send } from "../../testing/send.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";

test("before the first call the statistics are empty, and know their fields all the same", async () => {
  const world = await startTestPortal();
  const url = await world.webhook(PEOPLE.manager, ["telephony"]);
  const ask = (FILTER: object) => send(`${url}voximplant.statistic.get`, "POST", { FILTER });

  expect((await ask({ PORTAL_USER_ID: 1 })).body).toMatchObject({ result: [], total: 0 });
  expect((await ask({ NOBODY: 1 })).status).toBe(400);
});

test("the line of outgoing calls is an administrator's to choose", async () => {
  const world = await startTestPortal();
  const set = async (person: string, LINE_ID: string): Promise<number> => {
    const url = await world.webhook(person, ["telephony"]);
    return (await send(`${url}voximplant.line.outgoing.set`, "POST", { LINE_ID })).status;
  };

  expect(await set(PEOPLE.employee, "sip1")).toBe(403);
  expect(await set(PEOPLE.manager, "sip1")).toBe(200);
});
