import type { RateBudget } from "@botdeck/b24-client";
import { createScriptedClient } from "@botdeck/b24-client/testing";
import { expect, test } from "vitest";

import { commentTask } from "./comment-task.ts";
import { createTaskOnce } from "./create-task-once.ts";

const input = {
  originId: "workflow:demo:ask-manager",
  title: "A return to decide",
  description: "Order A-1042",
  responsibleId: "5",
  deadlineAt: "2026-03-02T12:00:00+03:00",
};
const task = (id: string, xmlId: string | null) => ({ id, title: input.title, xmlId, status: "2" });
const listed = (...tasks: object[]) => ({ body: { result: { tasks }, total: tasks.length } });
const added = { body: { result: { task: task("3711", input.originId) } } };

test("the first try creates the task under its natural key", async () => {
  const { client, calls } = createScriptedClient([listed(), added]);
  expect(await createTaskOnce(client, input)).toBe("3711");
  expect(calls).toMatchObject([
    { method: "tasks.task.list", params: { filter: { XML_ID: input.originId } } },
    {
      method: "tasks.task.add",
      params: {
        fields: {
          TITLE: "A return to decide",
          DESCRIPTION: "Order A-1042",
          RESPONSIBLE_ID: "5",
          XML_ID: input.originId,
          DEADLINE: "2026-03-02T12:00:00+03:00",
        },
      },
    },
  ]);
});

test("a second try finds what the first left behind", async () => {
  const { client, calls } = createScriptedClient([listed(task("3711", input.originId))]);
  expect(await createTaskOnce(client, input)).toBe("3711");
  expect(calls).toHaveLength(1);
});

test("a portal that ignores the filter neither passes another's task off nor hides ours", async () => {
  const others = [task("9", "other"), task("8", null)];
  expect(await createTaskOnce(createScriptedClient([listed(...others), added]).client, input)).toBe("3711");
  const ours = task("7", input.originId);
  expect(await createTaskOnce(createScriptedClient([listed(...others, ours)]).client, input)).toBe("7");
});

test("a task without a responsible person goes to the one whose rights are used", async () => {
  const { client, calls } = createScriptedClient([listed(), { body: { result: { ID: "1", ADMIN: true } } }, added]);
  await createTaskOnce(client, { ...input, responsibleId: null, deadlineAt: null });
  expect(calls[2]?.params).toMatchObject({ fields: { RESPONSIBLE_ID: "1" } });
  expect(calls[2]?.params).not.toHaveProperty("fields.DEADLINE");
});

test("when the answer is lost, the caller learns that the task may exist", async () => {
  const { client } = createScriptedClient([listed(), { status: 502, body: "<html>" }]);
  await expect(createTaskOnce(client, input)).rejects.toMatchObject({ code: "unreachable", outcome: "unknown" });
});

test("a task shows its files, and its client's lead and contact", async () => {
  const lead = { id: 4, contactId: 7, stageSemanticId: "P" };
  const cards = { result: { leads: { items: [lead] }, contacts: { items: [{ id: 7 }] } } };
  const { client, calls } = createScriptedClient([listed(), { body: { result: cards } }, added]);
  await createTaskOnce(client, { ...input, diskFileIds: ["123", "124"], clientEntityId: "livechat|1|67|101" });
  expect(calls[2]?.params).toMatchObject({
    fields: { UF_TASK_WEBDAV_FILES: ["n123", "n124"], UF_CRM_TASK: ["L_4", "C_7"] },
  });
});

test("a CRM that cannot be seen does not keep a task from being made", async () => {
  const refused = { error: "insufficient_scope", error_description: "No" };
  const cards = { result: [], result_error: { leads: refused, contacts: refused } };
  const { client, calls } = createScriptedClient([listed(), { body: { result: cards } }, added]);
  expect(await createTaskOnce(client, { ...input, clientEntityId: "livechat|1|67|101" })).toBe("3711");
  expect(calls[2]?.params).not.toHaveProperty("fields.UF_CRM_TASK");
});

/** A portal under load: whoever writes records gets one place, and the next one not before the day is over. */
function oneRecordPlace(): RateBudget {
  let left = 1;
  return {
    async reserve({ lane, count }) {
      const granted = lane === "crm" ? Math.min(left, count) : count;
      if (lane === "crm") left -= granted;
      return { granted, retryAfterMs: granted > 0 ? 0 : 86_400_000, pauses: {} };
    },
    async penalize() {},
    async pause() {},
  };
}
const UNDER_LOAD = { lane: "crm", maxWaitMs: 500 } as const;

test("under load a repeat that was let look is let finish: it does not look again and again", async () => {
  const replies = [
    listed(),
    { body: { result: { result: { leads: { items: [] }, contacts: { items: [] } } } } },
    added,
  ];
  const { client } = createScriptedClient([...replies], oneRecordPlace());
  const about = { ...input, clientEntityId: "livechat|1|67|101" };
  expect(await createTaskOnce(client, about, { ...UNDER_LOAD, mayExist: true })).toBe("3711");
});

test("under load a comment is written once its task was found", async () => {
  const replies = [listed(task("3711", input.originId)), { body: { result: 15 } }];
  const { client } = createScriptedClient(replies, oneRecordPlace());
  expect(await commentTask(client, { originId: input.originId, text: "Done" }, UNDER_LOAD)).toBe("15");
});
