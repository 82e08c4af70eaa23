import { expect, test } from "vitest";

import { send } from "../testing/send.ts";
import { PEOPLE, startTestPortal } from "../testing/test-portal.ts";

test("a portal that has moved sends every call to its new address, where it is the same portal", async () => {
  const world = await startTestPortal();
  const webhook = await world.webhook(PEOPLE.manager);
  const { portal } = await world.control("PUT", "/faults", { portal: { movedTo: "auto" } });

  const old = await fetch(`${webhook}profile`, { method: "POST", redirect: "manual" });
  const location = old.headers.get("location") ?? "";

  expect(old.status).toBe(302);
  expect(location).toBe(`${portal.movedTo}${new URL(webhook).pathname}profile`);
  expect((await send(location, "POST", {})).body["result"]).toMatchObject({ ID: "1" });
  expect((await world.control("GET", "/health")).portal.domain).toBe(new URL(location).host);
  await world.control("PUT", "/faults", {});
  expect((await world.rest("profile")).status).toBe(200);
});

test("a portal that wants HTTPS refuses what comes without", async () => {
  const world = await startTestPortal();
  const webhook = await world.webhook(PEOPLE.manager);
  await world.control("PUT", "/faults", { portal: { isHttpsRequired: true } });

  expect(await world.rest("profile")).toMatchObject({ status: 400, body: { error: "INVALID_REQUEST" } });
  const behindProxy = await fetch(`${webhook}profile`, { headers: { "x-forwarded-proto": "https" } });
  expect(behindProxy.status).toBe(200);
});
