import { expect, test } from "vitest";

import { httpBuildQuery } from "./__fixtures__/http-build-query.ts";
import { readInstallEvent } from "./install.ts";
import { parseForm } from "./parse-form.ts";

const NOW = new Date("2026-03-01T00:00:00Z");
const auth = {
  domain: "demo.bitrix24.example",
  scope: "imbot, im",
  access_token: "demo-access",
  refresh_token: "demo-refresh",
  expires_in: 3600,
  server_endpoint: "https://oauth.bitrix24.tech/rest/",
  status: "F",
  client_endpoint: "https://demo.bitrix24.example/rest/",
  member_id: "demo-member",
  application_token: "demo-application",
};
const read = (post: Record<string, unknown>) => readInstallEvent(parseForm(httpBuildQuery(post)), NOW);

test.each([
  ["ONAPPINSTALL", "app.installed"],
  ["ONAPPUPDATE", "app.updated"],
])("%s hands over the whole grant", (event, kind) => {
  expect(read({ event, data: { VERSION: "1.0.0" }, ts: "1696527000", auth })).toEqual({
    kind,
    grant: {
      memberId: "demo-member",
      domain: "demo.bitrix24.example",
      clientEndpoint: "https://demo.bitrix24.example/rest/",
      serverEndpoint: "https://oauth.bitrix24.tech/rest/",
      applicationToken: "demo-application",
      userId: null,
      scopes: ["imbot", "im"],
      token: { accessToken: "demo-access", refreshToken: "demo-refresh", expiresAt: new Date("2026-03-01T01:00:00Z") },
    },
  });
});

test("ONAPPUNINSTALL needs no access token, and tells whether to clean up", () => {
  const { access_token: _access, refresh_token: _refresh, ...bare } = auth;
  expect(read({ event: "ONAPPUNINSTALL", data: { LANGUAGE_ID: "ru", CLEAN: 1 }, auth: bare })).toEqual({
    kind: "app.removed",
    memberId: "demo-member",
    applicationToken: "demo-application",
    cleanData: true,
  });
});

test("any other event is none of its business", () => {
  expect(read({ event: "ONIMBOTMESSAGEADD", auth })).toBeNull();
});

test("an installation without a token is invalid, and the error names the field", () => {
  expect(() => read({ event: "ONAPPINSTALL", auth: { ...auth, access_token: "" } })).toThrow("auth.access_token");
});
