import { newId } from "@botdeck/core/ids";
import { expect, test } from "vitest";

import { checkFlowInput, PRODUCT_RETURN } from "./index.ts";

const dialog = { id: "chat1", chatId: "1", type: "open_line", title: "", entityId: null };
const origin = { portalId: newId(), botId: newId(), conversationId: newId(), dialog, personName: "A", botName: "B" };
const people = { managerId: null, supervisorId: null };
const input = { origin, language: "en", dialogVersion: 1, slots: { returnDays: 14 }, said: null, ...people };

test("a flow is started with what its workflow expects, and may leave durations to it", () => {
  expect(() => checkFlowInput(PRODUCT_RETURN, input)).not.toThrow();
  expect(() => checkFlowInput(PRODUCT_RETURN, { ...input, reminderMs: 1, expiryMs: 2 })).not.toThrow();
});

test.each([
  { what: "a wrong field is named", input: { ...input, dialogVersion: -1 }, says: /productReturn.*dialogVersion/ },
  { what: "all wrong fields are named", input: { origin, dialogVersion: 1.5 }, says: /language.*; dialogVersion/ },
  { what: "no input at all is told", input: undefined, says: /productReturn.*input: / },
])("$what", ({ input: given, says }) => {
  expect(() => checkFlowInput(PRODUCT_RETURN, given)).toThrow(says);
  expect(() => checkFlowInput(PRODUCT_RETURN, given)).toThrow(expect.objectContaining({ code: "invalid" }));
});

test("a workflow that only a later release or a deployment's own bot knows is let pass", () => {
  expect(() => checkFlowInput("holidayCards", { days: 3 })).not.toThrow();
});
