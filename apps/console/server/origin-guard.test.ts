import { expect, test } from "vitest";

import { refusalOf } from "./origin-guard.ts";

const ORIGINS = ["https://console.example"];

test("a page of ours may read and write", () => {
  const headers = { origin: "https://console.example", "content-type": "application/json; charset=utf-8" };
  expect(refusalOf({ method: "POST", url: "/trpc/x", headers }, ORIGINS)).toBeNull();
  expect(
    refusalOf({ method: "GET", url: "/trpc/x", headers: { "sec-fetch-site": "same-origin" } }, ORIGINS),
  ).toBeNull();
});

test("a link on another site may lead to a page, but no script there may fetch one", () => {
  const link = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" };
  expect(refusalOf({ method: "GET", url: "/trpc/x", headers: link }, ORIGINS)).toBeNull();
  expect(
    refusalOf({ method: "GET", url: "/trpc/x", headers: { ...link, "sec-fetch-mode": "cors" } }, ORIGINS),
  ).not.toBeNull();
});

test.each(["https://console.example.evil.example", "http://console.example", "null", "https://console.example:444"])(
  "%s is not our origin",
  (origin) => {
    const headers = { origin, "content-type": "application/json" };
    expect(refusalOf({ method: "POST", url: "/trpc/x", headers }, ORIGINS)).not.toBeNull();
  },
);
