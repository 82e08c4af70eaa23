import { expect, test } from "vitest";

import { createState, parseState, serializeState } from "./state.ts";

test("a task of an older state file gets the fields it does not have", () => {
  const old = { id: 7, title: "A", createdBy: 3, createdAt: "2026-05-14T10:26:32+00:00", status: "2" };
  const stored = { ...JSON.parse(serializeState(createState())), tasks: [old] };

  const task = parseState(JSON.stringify(stored)).tasks.get(7);

  expect(task).toMatchObject({
    ...old,
    changedBy: 3,
    changedAt: old.createdAt,
    auditorIds: [],
    chatId: null,
    version: 1,
  });
});
