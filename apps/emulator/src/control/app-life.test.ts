import { expect, test } from "vitest";

import { startEventReceiver } from "../testing/event-receiver.ts";
import type { EventReceiver } from "../testing/event-receiver.ts";
import { send } from "../testing/send.ts";
import { ALL_SCOPES, CLIENT_ID, CLIENT_SECRET, PEOPLE, startTestPortal } from "../testing/test-portal.ts";
import type { Json } from "../testing/send.ts";
import type { TestPortal } from "../testing/test-portal.ts";

const APP = `/apps/${CLIENT_ID}`;

async function setup(): Promise<{ world: TestPortal; handler: EventReceiver; token: string; installed: Json }> {
  const world = await startTestPortal();
  const handler = await startEventReceiver();
  await world.install(handler.url);
  const installed = (await handler.next()).body;
  return { world, handler, installed, token: installed["auth"].access_token };
}

test("an application with pages hears nothing until its page has finished the installation", async () => {
  const world = await startTestPortal();
  const handler = await startEventReceiver();
  const card = { name: "Demo", clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, handlerUrl: handler.url };
  await world.control("POST", "/apps", { ...card, scopes: ALL_SCOPES, hasPages: true });
  const { url, fields } = await world.control("POST", `${APP}/open`, { as: 1, placement: "DEFAULT" });

  expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({ PROTOCOL: "0", LANG: "en" });
  expect(fields).toMatchObject({ AUTH_EXPIRES: "3600", member_id: world.portal.state.memberId, PLACEMENT: "DEFAULT" });
  const call = (method: string, params = {}) => world.restAs(fields.AUTH_ID, method, params);
  expect((await call("app.info")).body["result"]).toMatchObject({ INSTALLED: false });
  expect((await call("event.bind", { event: "ONTASKADD", handler: handler.url })).body["result"]).toBe(true);
  await world.rest("tasks.task.add", { fields: { TITLE: "unheard", RESPONSIBLE_ID: 1 } });

  await world.control("POST", `${APP}/finish-install`);
  await world.rest("tasks.task.add", { fields: { TITLE: "heard", RESPONSIBLE_ID: 1 } });

  expect((await handler.next()).body["event"]).toBe("ONAPPINSTALL");
  expect((await handler.next()).body).toMatchObject({ event: "ONTASKADD", data: { FIELDS_AFTER: { ID: "2" } } });
  expect((await call("app.info")).body["result"]).toMatchObject({ INSTALLED: true });
});

test("an update drops the handlers and changes the application_token", async () => {
  const { world, handler, token, installed } = await setup();
  await world.restAs(token, "event.bind", { event: "ONTASKADD", handler: handler.url });

  await world.control("POST", `${APP}/update`, { version: 2 });

  const { body } = await handler.next();
  expect(body).toMatchObject({ event: "ONAPPUPDATE", data: { VERSION: "2", PREVIOUS_VERSION: "1" } });
  expect(body["auth"].application_token).not.toBe(installed["auth"].application_token);
  expect((await world.restAs(body["auth"].access_token, "event.get")).body["result"]).toEqual([]);
  await world.rest("tasks.task.add", { fields: { TITLE: "A", RESPONSIBLE_ID: 1 } });
  await world.portal.events.settled();
  expect(handler.waiting()).toEqual([]);
});

test("an uninstall takes the bots and the tokens with it, and tells so without any token", async () => {
  const { world, handler, token } = await setup();
  const fields = { code: "a", type: "bot", eventMode: "webhook", webhookUrl: handler.url, properties: { name: "A" } };
  await world.restAs(token, "imbot.v2.Bot.register", { fields });

  await world.control("POST", `${APP}/uninstall`, { clean: true });

  const bodies = [(await handler.next()).body, (await handler.next()).body];
  expect(bodies.map((body) => body["event"])).toEqual(["ONIMBOTV2DELETE", "ONAPPUNINSTALL"]);
  expect(bodies[1]).toMatchObject({ data: { CLEAN: "1" }, auth: { member_id: world.portal.state.memberId } });
  expect(JSON.stringify(bodies[1])).not.toMatch(/access_token|refresh_token/);
  expect((await world.restAs(token, "profile")).body["error"]).toBe("NO_AUTH_FOUND");
  expect((await send(`${world.origin}/emulator/api${APP}/open`, "POST", {})).status).toBe(404);
});

test("a payment is told and shows in app.info", async () => {
  const { world, handler, token } = await setup();

  await world.control("POST", `${APP}/payment`, { status: "S", isPaymentExpired: true, daysLeft: 0 });

  const data = { CODE: CLIENT_ID, STATUS: "S", PAYMENT_EXPIRED: "Y", DAYS: "0" };
  expect((await handler.next()).body).toMatchObject({ event: "ONAPPPAYMENT", data });
  expect((await world.restAs(token, "app.info")).body["result"]).toMatchObject({ STATUS: "S", PAYMENT_EXPIRED: "Y" });
});

test("event.test comes back to the application's handlers with what was given", async () => {
  const { world, handler, token } = await setup();
  await world.restAs(token, "event.bind", { event: "ONAPPTEST", handler: handler.url });

  expect((await world.restAs(token, "event.test", { a: { b: 1 } })).body["result"]).toBe(1);

  expect((await handler.next()).body).toMatchObject({ event: "ONAPPTEST", data: { QUERY: { a: { b: "1" } } } });
});

test("who has no access to the application is refused, and so is everybody once it is revoked", async () => {
  const { world, handler } = await setup();
  await world.control("PUT", `${APP}/users`, { userIds: [1] });
  const { fields } = await world.control("POST", `${APP}/open`, { as: Number(PEOPLE.employee) });

  expect(await world.restAs(fields.AUTH_ID, "profile")).toMatchObject({
    status: 403,
    body: { error: "user_access_error" },
  });

  await world.control("PUT", "/faults", { access: { revokedApps: [CLIENT_ID] } });
  const { fields: own } = await world.control("POST", `${APP}/open`, { as: 1 });
  expect(await world.restAs(own.AUTH_ID, "profile")).toMatchObject({ status: 401, body: { error: "NO_AUTH_FOUND" } });
  expect(handler.waiting()).toEqual([]);
});

test("a webhook may end by itself or be deleted, and an outgoing one hears events without tokens", async () => {
  const world = await startTestPortal();
  const handler = await startEventReceiver();
  const { url } = await world.control("POST", "/webhooks", { userId: 1, scopes: ["task"], livesS: 60 });
  const { applicationToken } = await world.control("POST", "/outgoing-webhooks", {
    url: handler.url,
    events: ["onTaskAdd"],
  });

  expect((await send(`${url}profile`, "GET")).status).toBe(200);
  world.pass(60);
  expect((await send(`${url}profile`, "GET")).status).toBe(401);

  await world.rest("tasks.task.add", { fields: { TITLE: "A", RESPONSIBLE_ID: 1 } });
  const { body } = await handler.next();
  expect(body["event"]).toBe("ONTASKADD");
  expect(Object.keys(body["auth"]).toSorted()).toEqual(
    ["application_token", "client_endpoint", "domain", "member_id", "server_endpoint"].toSorted(),
  );
  expect(body["auth"].application_token).toBe(applicationToken);
});

test("a placement opens its own handler in the frame, by a page that posts itself", async () => {
  const { world, handler, token } = await setup();
  const scopes = [...ALL_SCOPES, "placement"];
  await world.install(handler.url, scopes);
  const { fields } = await world.control("POST", `${APP}/open`, {});
  const own = "http://127.0.0.1:1/tab?a=1";
  const bind = { PLACEMENT: "IM_SIDEBAR", HANDLER: own, TITLE: "Orders" };
  expect((await world.restAs(token, "placement.bind", bind)).body["error"]).toBe("insufficient_scope");
  expect((await world.restAs(fields.AUTH_ID, "placement.bind", bind)).body["result"]).toBe(true);

  const frame = `${world.origin}/emulator/api${APP}/frame?as=3&placement=IM_SIDEBAR`;
  const page = await (await fetch(frame)).text();

  expect(page).toContain(`<form method="post" action="${own}&amp;DOMAIN=`);
  expect(page).toContain('name="PLACEMENT" value="IM_SIDEBAR"');
});
