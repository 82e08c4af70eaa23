import { expect, test } from "vitest";

import { startEventReceiver } from "../../testing/event-receiver.ts";
import { send } from "../../testing/send.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/send.ts";

const SCOPES = ["imbot", "imopenlines", "imconnector", "im"];
const EVENTS = [
  "OnImConnectorMessageAdd",
  "OnImConnectorMessageUpdate",
  "OnOpenLineMessageAdd",
  "OnSessionStart",
  "OnSessionFinish",
  "OnImConnectorStatusDelete",
];
const PLACE = { CONNECTOR: "democonnector", LINE: 1 };
const MESSAGE = {
  user: { id: "585", name: "Anna", last_name: "Outside" },
  message: { id: "ext-1", date: 1_773_682_918, text: "Hello from outside" },
  chat: { id: "channel-123", url: "https://example.com/chats/123" },
};

/** An application with a connector on the first line that hears all its events. */
async function setup() {
  const world = await startTestPortal();
  const handler = await startEventReceiver();
  await world.install(handler.url, SCOPES);
  const token = (await handler.next()).body["auth"].access_token;
  const call = async (method: string, params: object = {}): Promise<Json> =>
    (await world.restAs(token, method, params)).body;
  for (const event of EVENTS) await call("event.bind", { event, handler: handler.url });
  await call("imconnector.register", {
    ID: "DemoConnector",
    NAME: "Demo connector",
    ICON: { DATA_IMAGE: "data:image/svg+xml,%3Csvg/%3E" },
    PLACEMENT_HANDLER: handler.url,
  });
  const next = async (): Promise<Json> => (await handler.next()).body;
  return { world, handler, call, next };
}

async function setupActive() {
  const all = await setup();
  await all.call("imconnector.activate", { ...PLACE, ACTIVE: "Y" });
  const sent = await all.call("imconnector.send.messages", { ...PLACE, MESSAGES: [MESSAGE] });
  const { session } = sent["result"].DATA.RESULT[0];
  return { ...all, CHAT_ID: Number(session.CHAT_ID), session };
}

test("a message from outside opens a dialog of the line, with a session and the client's own name", async () => {
  const { world, next, CHAT_ID, session } = await setupActive();

  const chat = world.portal.state.chats.get(CHAT_ID);
  expect(chat).toMatchObject({ kind: "open_line", title: "Anna Outside - Demo line" });
  expect(chat?.entityId).toBe(`democonnector|1|channel-123|${chat?.ownerId}`);
  expect(await next()).toMatchObject({ event: "ONSESSIONSTART", data: { DATA: [{ session: { id: session.ID } }] } });
  expect(await next()).toMatchObject({
    event: "ONOPENLINEMESSAGEADD",
    data: { DATA: [{ connector: { connector_id: "democonnector" }, message: { text: "Hello from outside" } }] },
  });
});

test("an operator's answer goes out signed, and its number outside comes back with a later change", async () => {
  const { world, call, next, CHAT_ID } = await setupActive();
  const skipTo = async (event: string): Promise<Json> => {
    const arrived = await next();
    return arrived["event"] === event ? arrived : skipTo(event);
  };
  const write = { as: PEOPLE.operator, text: "Good day" };
  const { id } = await world.control("POST", `/dialogs/chat${CHAT_ID}/messages`, write);

  expect((await skipTo("ONIMCONNECTORMESSAGEADD"))["data"]).toMatchObject({
    CONNECTOR: "democonnector",
    LINE: "1",
    MESSAGES: [
      {
        im: { chat_id: String(CHAT_ID), message_id: id },
        message: { user_id: PEOPLE.operator, text: "[b]Олег (оператор):[/b] [br]Good day" },
        chat: { id: "channel-123" },
      },
    ],
  });
  const im = { chat_id: CHAT_ID, message_id: Number(id) };
  await call("imconnector.send.status.delivery", { ...PLACE, MESSAGES: [{ im, message: { id: ["out-7"] } }] });
  await world.control("PUT", `/messages/${id}`, { as: PEOPLE.operator, text: "Good evening" });

  expect((await skipTo("ONIMCONNECTORMESSAGEUPDATE"))["data"].MESSAGES[0].message.id).toEqual(["out-7"]);
});

test("the end of a session is told, and the next message from outside starts another in the same chat", async () => {
  const { world, call, handler, CHAT_ID, session } = await setupActive();

  await world.rest("imopenlines.operator.another.finish", { CHAT_ID });
  await world.portal.events.settled();
  const again = await call("imconnector.send.messages", { ...PLACE, MESSAGES: [MESSAGE] });

  expect(handler.waiting().map(({ body }) => body["event"])).toContain("ONSESSIONFINISH");
  const later = again["result"].DATA.RESULT[0].session;
  expect(later.CHAT_ID).toBe(session.CHAT_ID);
  expect(later.ID).not.toBe(session.ID);
});

test("a client's message is changed and taken back by its number outside", async () => {
  const { world, call, CHAT_ID } = await setupActive();
  const changed = { ...MESSAGE, message: { id: "ext-1", text: "Hello again" } };
  const texts = async (): Promise<string[]> =>
    (await world.control("GET", `/dialogs/chat${CHAT_ID}/messages?as=${PEOPLE.manager}`))
      .filter(({ isSystem, isDeleted }: Json) => isSystem !== true && isDeleted !== true)
      .map(({ text }: Json) => text);

  await call("imconnector.update.messages", { ...PLACE, MESSAGES: [changed] });
  expect(await texts()).toEqual(["Hello again"]);
  await call("imconnector.delete.messages", { ...PLACE, MESSAGES: [changed] });

  expect(await texts()).toEqual([]);
});

test("a connector answers only where it is switched on, and its application hears when that ends", async () => {
  const { call, handler, world } = await setup();
  const attempt = async (): Promise<unknown> =>
    (await call("imconnector.send.messages", { ...PLACE, MESSAGES: [MESSAGE] }))["error"];

  expect(await attempt()).toBe("NOT_ACTIVE_LINE");
  await call("imconnector.activate", { ...PLACE, ACTIVE: "1" });
  expect(await attempt()).toBeUndefined();
  await call("imconnector.activate", { ...PLACE, ACTIVE: "0" });
  expect(await attempt()).toBe("NOT_ACTIVE_LINE");

  await world.portal.events.settled();
  const last = handler.waiting().at(-1)?.body;
  expect(last).toMatchObject({ event: "ONIMCONNECTORSTATUSDELETE", data: { connector: "democonnector", line: "1" } });
});

test("another application hears nothing of the connector's dialogs, though it has bound the same events", async () => {
  const { world, call } = await setup();
  const stranger = await startEventReceiver();
  const app = { name: "Other", clientId: "local.other", clientSecret: "s", handlerUrl: stranger.url, scopes: SCOPES };
  await world.control("POST", "/apps", app);
  const token = (await stranger.next()).body["auth"].access_token;
  for (const event of EVENTS) await world.restAs(token, "event.bind", { event, handler: stranger.url });

  await call("imconnector.activate", { ...PLACE, ACTIVE: "Y" });
  await call("imconnector.send.messages", { ...PLACE, MESSAGES: [MESSAGE] });
  await world.portal.events.settled();

  expect(stranger.waiting()).toEqual([]);
  const taken = await world.restAs(token, "imconnector.activate", { ...PLACE, ACTIVE: "N" });
  expect(taken.body["error"]).toBe("ERROR_ARGUMENT");
});

test("a webhook may not call the connector's methods, and bad registrations fail with status 200", async () => {
  const { world, call } = await setup();
  const hook = await world.webhook(PEOPLE.manager, SCOPES);

  expect(await send(`${hook}imconnector.list`, "POST")).toMatchObject({
    status: 403,
    body: { error: "WRONG_AUTH_TYPE" },
  });
  expect((await call("imconnector.register", { ID: "a.b", NAME: "Dotted" }))["result"]).toMatchObject({
    result: false,
    error: "APPLICATION_REGISTRATION_ERROR_POINT",
  });
  expect((await call("imconnector.status", PLACE))["result"]).toMatchObject({ CONFIGURED: false, STATUS: false });
});

test("a group outside is one dialog for all its users, and hears no echo of what they write", async () => {
  const { world, call, handler } = await setup();
  const icon = { DATA_IMAGE: "data:image/svg+xml,%3Csvg/%3E" };
  await call("imconnector.register", {
    ID: PLACE.CONNECTOR,
    NAME: "Demo group",
    ICON: icon,
    PLACEMENT_HANDLER: handler.url,
    CHAT_GROUP: true,
    NEED_SYSTEM_MESSAGES: false,
  });
  await call("imconnector.activate", { ...PLACE, ACTIVE: "Y" });
  const second = { ...MESSAGE, user: { id: "586", name: "Boris" }, message: { id: "ext-2", text: "Me too" } };

  const sent = await call("imconnector.send.messages", { ...PLACE, MESSAGES: [MESSAGE, second] });
  await world.portal.events.settled();

  const chats = sent["result"].DATA.RESULT.map(({ session }: Json) => session.CHAT_ID);
  expect(new Set(chats).size).toBe(1);
  expect(handler.waiting().map(({ body }) => body["event"])).not.toContain("ONIMCONNECTORMESSAGEADD");
});
