import { expect, test } from "vitest";

import { movedEndpoint, urlOfMethod } from "./portal-endpoint.ts";

const WEBHOOK = { kind: "webhook", url: "https://portal.example/rest/1/abc123/" } as const;
const APP = { kind: "oauth", clientEndpoint: "https://portal.example/rest/" } as const;

test("methods of REST 3.0 are called at their own door, and all others at the old one", () => {
  expect(urlOfMethod(WEBHOOK, "tasks.task.result.add")).toBe(
    "https://portal.example/rest/api/1/abc123/tasks.task.result.add",
  );
  expect(urlOfMethod(APP, "tasks.task.result.add")).toBe("https://portal.example/rest/api/tasks.task.result.add");
  expect(urlOfMethod(WEBHOOK, "tasks.task.add")).toBe("https://portal.example/rest/1/abc123/tasks.task.add");
});

test("a portal that moved is known by the address that every method starts from", () => {
  const location = "https://new.example/rest/api/1/abc123/tasks.task.result.add";
  expect(movedEndpoint(WEBHOOK, "tasks.task.result.add", location)).toEqual({
    kind: "webhook",
    url: "https://new.example/rest/1/abc123/",
  });
});

test.each([WEBHOOK, APP])(
  "a portal of the internet does not move into our network, and one of ours may: %j",
  (endpoint) => {
    const path = new URL(urlOfMethod(endpoint, "profile")).pathname;
    for (const host of [
      "http://127.0.0.1:8082",
      "http://localhost:5432",
      "https://10.0.0.5",
      "https://169.254.169.254",
    ]) {
      expect(movedEndpoint(endpoint, "profile", host + path)).toBeNull();
    }
    const own = { kind: "webhook", url: "http://127.0.0.1:8090/rest/1/abc123/" } as const;
    expect(movedEndpoint(own, "profile", "http://127.0.0.1:8091/rest/1/abc123/profile")).toEqual({
      kind: "webhook",
      url: "http://127.0.0.1:8091/rest/1/abc123/",
    });
  },
);
