import { expect, test } from "vitest";

import { startEventReceiver } from "../../testing/event-receiver.ts";
import type { EventReceiver } from "../../testing/event-receiver.ts";
import { CLIENT_ID, PEOPLE, startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/send.ts";
import type { TestPortal } from "../../testing/test-portal.ts";

type Offline = {
  world: TestPortal;
  handler: EventReceiver;
  call(method: string, params?: object): Promise<Json[string]>;
  /** Adds a task, which queues ONTASKADD, and changes it, which queues ONTASKUPDATE. */
  addTask(changes: number): Promise<string>;
};

async function setup(): Promise<Offline> {
  const world = await startTestPortal();
  const handler = await startEventReceiver();
  await world.install(handler.url);
  const token = (await handler.next()).body["auth"].access_token;
  const call: Offline["call"] = async (method, params = {}) =>
    (await world.restAs(token, method, params)).body["result"];
  for (const event of ["ONTASKADD", "ONTASKUPDATE"]) await call("event.bind", { event, event_type: "offline" });
  return {
    world,
    handler,
    call,
    async addTask(changes) {
      const { body } = await world.rest("tasks.task.add", { fields: { TITLE: "A", RESPONSIBLE_ID: 1 } });
      const taskId = body["result"].task.id;
      for (let n = 0; n < changes; n += 1)
        await world.rest("tasks.task.update", { taskId, fields: { TITLE: `A${n}` } });
      return taskId;
    },
  };
}

test("the queue keeps the latest state of an object, and reading takes it out", async () => {
  const { call, addTask } = await setup();
  const id = await addTask(3);

  const { process_id, events } = await call("event.offline.get");

  expect(process_id).toBeNull();
  expect(events).toHaveLength(2);
  expect(events[1]).toMatchObject({
    EVENT_NAME: "ONTASKUPDATE",
    EVENT_DATA: { FIELDS_AFTER: { ID: Number(id) } },
    EVENT_ADDITIONAL: { user_id: 1 },
  });
  expect((await call("event.offline.get")).events).toEqual([]);
});

test("a reader reserves what it reads, so that another gets the rest, until it clears or marks it", async () => {
  const { call, addTask } = await setup();
  await addTask(1);

  const first = await call("event.offline.get", { clear: 0, limit: 1 });
  const second = await call("event.offline.get", { clear: 0 });

  expect([first.events.length, second.events.length]).toEqual([1, 1]);
  expect(first.process_id).not.toBe(second.process_id);
  const again = await call("event.offline.get", { clear: 0, process_id: first.process_id });
  expect(again).toEqual(first);

  expect(await call("event.offline.clear", { process_id: first.process_id })).toBe(true);
  expect(await call("event.offline.error", { process_id: second.process_id })).toBe(true);
  expect(await call("event.offline.list", { order: { ID: "DESC" } })).toMatchObject([
    { PROCESS_ID: second.process_id, ERROR: "1" },
  ]);
  expect(await call("event.offline.list", { filter: { EVENT_NAME: "ONTASKADD" } })).toEqual([]);
});

test("ONOFFLINEEVENT says that there is something, once per minTimeout, and brings a refresh token", async () => {
  const { call, addTask, handler, world } = await setup();
  await call("event.bind", { event: "ONOFFLINEEVENT", handler: handler.url, options: { minTimeout: 5 } });

  await addTask(0);
  const { body } = await handler.next();
  await addTask(0);
  await addTask(0);

  expect(body).toMatchObject({ event: "ONOFFLINEEVENT", auth: { refresh_token: expect.any(String) } });
  // The second ping waits for the end of the five seconds.
  expect(handler.waiting()).toEqual([]);
  expect((await world.control("GET", "/record")).events.map(({ event }: Json) => event)).toEqual([
    "ONAPPINSTALL",
    "ONOFFLINEEVENT",
  ]);
});

test("only an administrator may bind a queue or another user's token", async () => {
  const { world, handler } = await setup();
  const { fields } = await world.control("POST", `/apps/${CLIENT_ID}/open`, { as: Number(PEOPLE.employee) });
  const bind = (params: object) => world.restAs(fields.AUTH_ID, "event.bind", { event: "ONTASKADD", ...params });

  for (const params of [{ event_type: "offline" }, { handler: handler.url, auth_type: 1 }]) {
    expect(await bind(params)).toMatchObject({ status: 403, body: { error: "ACCESS_DENIED" } });
  }
  expect((await bind({ handler: handler.url, auth_type: PEOPLE.employee })).body["result"]).toBe(true);
});

test("with auth_connector an exchange does not hear of its own changes", async () => {
  const { world, call } = await setup();
  await call("event.unbind", { event: "ONTASKADD", event_type: "offline" });
  await call("event.bind", { event: "ONTASKADD", event_type: "offline", auth_connector: "exchange" });
  const fields = { TITLE: "A", RESPONSIBLE_ID: 1 };

  await world.rest("tasks.task.add", { fields, auth_connector: "exchange" });
  await world.rest("tasks.task.add", { fields, auth_connector: "another" });

  const { events } = await call("event.offline.get", { auth_connector: "exchange" });
  expect(events).toMatchObject([{ EVENT_NAME: "ONTASKADD", EVENT_DATA: { FIELDS_AFTER: { ID: 2 } } }]);
});
