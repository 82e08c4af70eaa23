import { createHash } from "node:crypto";

import { expect, test } from "vitest";

import { startEventReceiver } from "../testing/event-receiver.ts";
import { send } from "../testing/send.ts";
import { CLIENT_ID, CLIENT_SECRET, PEOPLE, startTestPortal } from "../testing/test-portal.ts";
import type { Reply } from "../testing/send.ts";
import type { TestPortal } from "../testing/test-portal.ts";

type Tokens = { exchange(params: Record<string, string>): Promise<Reply>; authorize(as: string): Promise<URL> };

async function setup(): Promise<{ world: TestPortal } & Tokens> {
  const world = await startTestPortal();
  const handler = await startEventReceiver();
  await world.install(handler.url, ["imbot", "im"]);
  const authorize = async (as: string): Promise<URL> => {
    const address = `${world.origin}/oauth/authorize/?client_id=${CLIENT_ID}&state=my-state&as=${as}`;
    const response = await fetch(address, { redirect: "manual" });
    return new URL(response.headers.get("location") ?? "");
  };
  const exchange = (params: Record<string, string>): Promise<Reply> => {
    const query = new URLSearchParams({ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, ...params });
    return send(`${world.origin}/oauth/token/?${query.toString()}`, "GET");
  };
  return { world, authorize, exchange };
}

test("a code becomes tokens that act as the person who agreed", async () => {
  const { world, authorize, exchange } = await setup();

  const back = await authorize(PEOPLE.employee);
  const code = back.searchParams.get("code") ?? "";
  const { body } = await exchange({ grant_type: "authorization_code", code });

  expect(back.searchParams.get("state")).toBe("my-state");
  expect(back.searchParams.get("member_id")).toBe(world.portal.state.memberId);
  expect(body).toMatchObject({ expires_in: 3600, scope: "imbot,im", client_endpoint: `${world.origin}/rest/` });
  expect((await world.restAs(body["access_token"], "profile")).body["result"].ID).toBe(PEOPLE.employee);
  expect((await world.restAs(body["access_token"], "tasks.task.list")).body["error"]).toBe("insufficient_scope");
});

test("a code works once and for 30 seconds", async () => {
  const { world, authorize, exchange } = await setup();
  const used = (await authorize("1")).searchParams.get("code") ?? "";
  const old = (await authorize("1")).searchParams.get("code") ?? "";
  const errorOf = async (code: string): Promise<unknown> =>
    (await exchange({ grant_type: "authorization_code", code })).body["error"];

  expect(await errorOf(used)).toBeUndefined();
  expect(await errorOf(used)).toBe("invalid_grant");
  world.pass(30);
  expect(await errorOf(old)).toBe("invalid_grant");
});

test("a code whose link brought a challenge is changed only for its verifier, once", async () => {
  const { authorize, exchange } = await setup();
  const verifier = "a-verifier-that-only-the-application-knows-0123";
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const code = async () => {
    const back = await authorize(`1&code_challenge=${challenge}&code_challenge_method=S256`);
    return back.searchParams.get("code") ?? "";
  };
  const errorOf = async (params: Record<string, string>): Promise<unknown> =>
    (await exchange({ grant_type: "authorization_code", ...params })).body["error"];

  expect(await errorOf({ code: await code() })).toBe("invalid_grant");
  expect(await errorOf({ code: await code(), code_verifier: "another" })).toBe("invalid_grant");
  expect(await errorOf({ code: await code(), code_verifier: verifier })).toBeUndefined();
});

test("a rotated refresh token no longer works", async () => {
  const { world, authorize, exchange } = await setup();
  const code = (await authorize(PEOPLE.employee)).searchParams.get("code") ?? "";
  const first = (await exchange({ grant_type: "authorization_code", code })).body;
  const refresh = (token: string): Promise<Reply> => exchange({ grant_type: "refresh_token", refresh_token: token });

  const second = (await refresh(first["refresh_token"])).body;

  expect(second).toMatchObject({ user_id: 3, expires: expect.any(Number) });
  expect((await world.restAs(second["access_token"], "profile")).status).toBe(200);
  expect(await refresh(first["refresh_token"])).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  expect((await refresh(second["refresh_token"])).status).toBe(200);
});

test("an access token ends after an hour", async () => {
  const { world, authorize, exchange } = await setup();
  const code = (await authorize("1")).searchParams.get("code") ?? "";
  const { body } = await exchange({ grant_type: "authorization_code", code });

  world.pass(3599);
  expect((await world.restAs(body["access_token"], "profile")).status).toBe(200);
  world.pass(1);
  const late = await world.restAs(body["access_token"], "profile");
  expect([late.status, late.body["error"]]).toEqual([401, "expired_token"]);
});

test("a wrong secret gets nothing, and an unknown application no redirect", async () => {
  const { world, exchange } = await setup();

  expect((await exchange({ grant_type: "refresh_token", client_secret: "guess" })).body["error"]).toBe(
    "invalid_client",
  );
  expect((await send(`${world.origin}/oauth/authorize/?client_id=unknown`, "GET")).status).toBe(400);
});
