import { expect, test } from "vitest";

import { READ_METHODS } from "./index.ts";

test.each([
  // Bitrix24 docs: api-reference/events/event-offline-get (by default it deletes what it gives)
  ["event.offline.get", "takes its rows out of the queue"],
  ["im.notify.read.list", "marks notifications as read"],
])("%s is not repeated by itself: it %s", (method) => {
  expect(READ_METHODS.has(method)).toBe(false);
});
