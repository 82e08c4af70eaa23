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
