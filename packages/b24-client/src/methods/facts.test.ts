import { expect, test } from "vitest";

import { READ_METHODS } from "./index.ts";

test.each([
  // Bitrix24 docs: api-reference/events/event-offline-get (by default it deletes what it gives)
  ["event.offline.get", "takes its rows out of the queue"],
  ["im.notify.read.list", "marks notifications as read"],
])("%s is not repeated by itself: it %s", (method) => {
  expect(READ_METHODS.has(method)).toBe(false);
});

test("what only finds or tells is repeated, also where the documentation's own data calls it a change", () => {
  const readers = [
    "crm.duplicate.findbycomm",
    "crm.enum.activitystatus",
    "crm.type.getByEntityTypeId",
    "imconnector.status",
  ];
  expect(readers.filter((method) => !READ_METHODS.has(method))).toEqual([]);
});
