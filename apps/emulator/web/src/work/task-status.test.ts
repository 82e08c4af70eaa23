import { expect, test } from "vitest";
import type { TaskRow } from "../api/portal-types.ts";
import { groupTasks } from "./task-status.ts";

const NOW = new Date(2026, 4, 14, 12, 0);

function task(id: string, status: string, deadline: Date | null): TaskRow {
  const empty = { description: null, responsibleId: "1", createdBy: "1", xmlId: null, closedAt: null, priority: "1" };
  const counts = { tags: [], crmLinks: [], checklist: { total: 0, complete: 0 }, comments: 0 };
  return { id, title: id, createdAt: "", status, deadline: deadline?.toISOString() ?? null, ...empty, ...counts };
}

test("what is overdue comes first, and a completed task is never overdue", () => {
  const tasks = [
    task("later", "2", new Date(2026, 4, 20)),
    task("done", "5", new Date(2026, 4, 1)),
    task("none", "3", null),
    task("tonight", "3", new Date(2026, 4, 14, 18, 0)),
    task("this morning", "3", new Date(2026, 4, 14, 9, 0)),
    task("last week", "2", new Date(2026, 4, 7)),
  ];

  expect(groupTasks(tasks, NOW).map(({ name, tasks: rows }) => [name, rows.map(({ id }) => id)])).toEqual([
    ["overdue", ["last week", "this morning"]],
    ["today", ["tonight"]],
    ["later", ["later"]],
    ["noDeadline", ["none"]],
    ["done", ["done"]],
  ]);
});
