import { expect, test } from "vitest";

import { send } from "../testing/send.ts";
import { PEOPLE, startTestPortal } from "../testing/test-portal.ts";

test("a method answers under every address form, in any case, by GET and POST", async () => {
  const world = await startTestPortal();
  const webhook = await world.webhook(PEOPLE.manager);
  const addresses = ["profile", "profile.json", "PROFILE", "/profile"].map((method) => webhook + method);

  for (const address of addresses) {
    for (const method of ["GET", "POST"])
      expect((await send(address, method)).body["result"]).toMatchObject({ ID: "1" });
  }
});

test("an answer carries its working time", async () => {
  const world = await startTestPortal();

  const { body } = await world.rest("server.time");

  expect(body).toEqual({
    result: "2026-05-14T10:26:32+00:00",
    time: {
      start: expect.any(Number),
      finish: expect.any(Number),
      duration: expect.any(Number),
      processing: expect.any(Number),
      date_start: expect.stringMatching(/^\d{4}-.*\+00:00$/),
      date_finish: expect.any(String),
      operating: expect.any(Number),
      operating_reset_at: expect.any(Number),
    },
  });
});

test("a call without a known secret is refused as 401", async () => {
  const world = await startTestPortal();
  const webhook = await world.webhook(PEOPLE.manager);
  const wrong = [`${world.origin}/rest/1/wrong/profile`, webhook.replace("/rest/1/", "/rest/2/") + "profile"];
  wrong.push(`${world.origin}/rest/profile`, `${world.origin}/rest/profile?auth=invented`);

  for (const address of wrong) {
    const reply = await send(address, "GET");
    expect([reply.status, reply.body["error"]]).toEqual([401, "NO_AUTH_FOUND"]);
  }
});

test("an unknown method is 404, one outside the scopes or for applications only is 403", async () => {
  const world = await startTestPortal();
  const webhook = await world.webhook(PEOPLE.manager, ["imbot"]);
  const codeOf = async (method: string): Promise<unknown[]> => {
    const { status, body } = await send(webhook + method, "POST", {});
    return [status, body["error"]];
  };

  expect(await codeOf("imopenlines.session.transfer")).toEqual([404, "ERROR_METHOD_NOT_FOUND"]);
  expect(await codeOf("tasks.task.list")).toEqual([403, "insufficient_scope"]);
  expect(await codeOf("app.info")).toEqual([403, "WRONG_AUTH_TYPE"]);
  expect(await codeOf("event.get")).toEqual([403, "WRONG_AUTH_TYPE"]);
});

test("parameters come from a form with brackets as well as from JSON", async () => {
  const world = await startTestPortal();
  const webhook = await world.webhook(PEOPLE.manager);
  const response = await fetch(`${webhook}tasks.task.add`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "fields[TITLE]=Call+back&fields%5BRESPONSIBLE_ID%5D=3&__proto__[x]=1",
  });

  // safe: the shape is what the test checks.
  const body = (await response.json()) as { result: { task: object } };
  expect(body.result.task).toMatchObject({ title: "Call back", responsibleId: "3" });
});

test("method.get tells whether a method exists and may be used", async () => {
  const world = await startTestPortal();
  const probe = async (name: string): Promise<unknown> => (await world.rest("method.get", { name })).body["result"];

  expect(await probe("imbot.v2.bot.register")).toEqual({ isExisting: true, isAvailable: true });
  expect(await probe("app.info")).toEqual({ isExisting: true, isAvailable: false });
  expect(await probe("voip.call.start")).toEqual({ isExisting: false, isAvailable: false });
});

test("the record tells every call and no secret", async () => {
  const world = await startTestPortal();
  const webhook = await world.webhook(PEOPLE.manager, ["im"]);
  await world.rest("imbot.v2.bot.register", {
    fields: { code: "a", botToken: "very-secret", properties: { name: "A" } },
  });
  await send(`${webhook}user.current`, "POST", { auth: "very-secret" });
  await send(`${world.origin}/rest/profile?auth=very-secret`, "GET");

  const { calls, next } = await world.control("GET", "/record");

  expect(
    calls.map((call: { method: string; status: number; auth: string }) => [call.method, call.status, call.auth]),
  ).toEqual([
    ["imbot.v2.Bot.register", 200, "webhook"],
    ["user.current", 403, "webhook"],
    ["profile", 401, "none"],
  ]);
  expect(JSON.stringify(calls)).not.toContain("very-secret");
  expect((await world.control("GET", `/record?since=${next}`)).calls).toEqual([]);
});
