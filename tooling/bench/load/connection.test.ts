import { expect, test } from "vitest";

import { statusOf } from "./connection.ts";

const answer =
  'HTTP/1.1 503 Service Unavailable\r\ncontent-type: application/json\r\nContent-Length: 11\r\n\r\n{"a":"bcd"}';

test("an answer counts when its last byte is there, whatever its pieces", () => {
  for (let length = 0; length < answer.length; length++) expect(statusOf(answer.slice(0, length))).toBeNull();
  expect(statusOf(answer)).toBe(503);
  expect(statusOf("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")).toBe(200);
});
