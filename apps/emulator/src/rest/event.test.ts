import { expect, test } from "vitest";

import { startEventReceiver } from "../testing/event-receiver.ts";
import { startTestPortal } from "../testing/test-portal.ts";

test("a bound handler is told of a new task, with a token of the person who made it, until it is unbound", async () => {
  const world = await startTestPortal();
  const handler = await startEventReceiver();
  await world.install(handler.url);
  const token = (await handler.next()).body["auth"].access_token;
  const binding = { event: "onTaskAdd", handler: handler.url };

  expect((await world.restAs(token, "event.bind", binding)).body["result"]).toBe(true);
  expect((await world.restAs(token, "event.bind", binding)).body["error"]).toBe("ERROR_CORE");
  expect((await world.restAs(token, "event.bind", { ...binding, event: "ONNOTHING" })).body["error"]).toBe(
    "ERROR_EVENT_NOT_FOUND",
  );
  expect((await world.restAs(token, "event.get")).body["result"]).toEqual([
    { event: "ONTASKADD", handler: handler.url, auth_type: "0", offline: 0 },
  ]);
  await world.rest("tasks.task.add", { fields: { TITLE: "A", RESPONSIBLE_ID: 1 } });
  expect((await handler.next()).body).toMatchObject({
    event: "ONTASKADD",
    data: { FIELDS_AFTER: { ID: "1" } },
    auth: { user_id: "1" },
  });

  expect((await world.restAs(token, "event.unbind", binding)).body["result"]).toEqual({ count: 1 });
  await world.rest("tasks.task.add", { fields: { TITLE: "B", RESPONSIBLE_ID: 1 } });
  await world.portal.events.settled();
  expect(handler.waiting()).toEqual([]);
});
