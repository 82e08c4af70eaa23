import { createHash } from "node:crypto";

import { expect, test } from "vitest";

import { authorizeUrl, newCodeVerifier } from "./authorize-url.ts";
import { exchangeCode, refreshToken } from "./oauth.ts";
import { createScriptedTransport, type Reply } from "./testing/scripted-transport.ts";
import { TransportError } from "./transport.ts";

const NOW = new Date("2026-03-01T00:00:00Z");
const app = {
  clientId: "local.demo",
  clientSecret: "demo-secret",
  serverEndpoint: "https://oauth.bitrix24.tech/rest/",
};
const granted = {
  access_token: "a2",
  client_endpoint: "https://demo.bitrix24.example/rest/",
  domain: "oauth.bitrix24.tech",
  expires_in: 3600,
  member_id: "demo-member",
  refresh_token: "r2",
  scope: "imbot,im",
  server_endpoint: "https://oauth.bitrix24.tech/rest/",
  status: "F",
};

function setup(reply: Reply) {
  const { transport, calls } = createScriptedTransport([reply]);
  return { deps: { transport, now: () => NOW }, calls };
}

test("a code becomes a token, asked for at the server that the portal named", async () => {
  const { deps, calls } = setup({ body: granted });
  expect(await exchangeCode(deps, app, "c1")).toEqual({
    token: { accessToken: "a2", refreshToken: "r2", expiresAt: new Date("2026-03-01T01:00:00Z") },
    memberId: "demo-member",
    clientEndpoint: "https://demo.bitrix24.example/rest/",
    serverEndpoint: "https://oauth.bitrix24.tech/rest/",
    scopes: ["imbot", "im"],
    userId: null,
  });
  const url = new URL(calls[0]?.url ?? "");
  expect(url.origin + url.pathname).toBe("https://oauth.bitrix24.tech/oauth/token/");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    grant_type: "authorization_code",
    client_id: "local.demo",
    client_secret: "demo-secret",
    code: "c1",
  });
});

test("where the link had a challenge, its verifier goes with the code, and fits it", async () => {
  const { deps, calls } = setup({ body: granted });
  const verifier = newCodeVerifier();
  const link = new URL(authorizeUrl("https://demo.bitrix24.example/rest/", "local.demo", "s1", verifier)).searchParams;
  await exchangeCode(deps, app, "c1", verifier);

  expect(new URL(calls[0]?.url ?? "").searchParams.get("code_verifier")).toBe(verifier);
  expect(link.get("code_challenge")).toBe(createHash("sha256").update(verifier).digest("base64url"));
  expect([link.get("code_challenge_method"), link.get("state")]).toEqual(["S256", "s1"]);
  expect(authorizeUrl("https://demo.bitrix24.example/rest/", "local.demo", "s1")).not.toContain("challenge");
});

test("a refresh brings a new pair and the person it is for", async () => {
  const { deps, calls } = setup({ body: { ...granted, user_id: 27, expires: 1 } });
  expect(await refreshToken(deps, app, "r1")).toMatchObject({ token: { refreshToken: "r2" }, userId: "27" });
  expect(new URL(calls[0]?.url ?? "").searchParams.get("refresh_token")).toBe("r1");
});

test.each<[string, Reply, object]>([
  ["a dead grant", { status: 400, body: { error: "invalid_grant" } }, { code: "unauthorized", outcome: "not_applied" }],
  [
    "an unpaid portal",
    { status: 402, body: { error: "PAYMENT_REQUIRED" } },
    { code: "forbidden", outcome: "not_applied" },
  ],
  [
    "a lost answer",
    new TransportError("the connection failed (ECONNRESET)", "unknown"),
    { code: "unreachable", outcome: "unknown" },
  ],
  ["half an answer", { body: { access_token: "a2" } }, { code: "unreachable", outcome: "unknown" }],
])("%s is told apart", async (_name, reply, expected) => {
  const { deps } = setup(reply);
  const error: unknown = await refreshToken(deps, app, "r1").catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ method: "oauth/token", ...expected });
  expect(JSON.stringify(error) + String(error)).not.toMatch(/demo-secret|a2/);
});

test("an error of the OAuth server keeps its words and loses what we sent", async () => {
  const { deps } = setup({
    status: 400,
    body: { error: "invalid_grant", error_description: "refresh_token canary-secret of demo-secret has expired" },
  });
  await expect(refreshToken(deps, app, "canary-secret")).rejects.toThrow(
    "(invalid_grant: refresh_token *** of *** has expired)",
  );
});

test.each([
  "https://oauth.bitrix24.tech.evil.example/rest/",
  "https://evil.example/rest/",
  "http://oauth.bitrix24.tech/rest/",
])("the client secret is not told to %s", async (serverEndpoint) => {
  const { deps, calls } = setup({ body: granted });
  await expect(exchangeCode(deps, { ...app, serverEndpoint }, "c1")).rejects.toMatchObject({ code: "forbidden" });
  expect(calls).toEqual([]);
});

test("another server is told it only by a deployment that trusts it", async () => {
  const { deps, calls } = setup({ body: granted });
  const emulator = { ...app, serverEndpoint: "http://127.0.0.1:8080/rest/" };
  await expect(exchangeCode(deps, emulator, "c1")).rejects.toMatchObject({ code: "forbidden" });
  await exchangeCode({ ...deps, trustedOrigins: ["http://127.0.0.1:8080"] }, emulator, "c1");
  expect(calls).toMatchObject([{ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:8080\/oauth\/token\/\?/) }]);
});
