import { newId } from "@botdeck/core/ids";
import { message, type WorkflowRef, workflowRef } from "@botdeck/db";
import { expect, test } from "vitest";

import { addHandedOver, dialogStateOf, OPERATOR } from "../test-conversations.ts";
import { setupConsole } from "../test-console.ts";

test("the details of a conversation tell its dialog with what was told, the files, the hand-over and the outcome", async () => {
  const { read } = await setup();
  expect(await read("operator")).toMatchObject({
    dialog: {
      name: "orderStatus",
      at: "phone",
      slots: [
        { name: "number", text: "A-1042" },
        { name: "phone", text: "+79001234567" },
        { name: "order", text: "A-1042" },
      ],
    },
    waiting: ["productReturn"],
    files: [{ name: "passport Anna Field.jpg", problem: "too_large" }],
    handoff: {
      state: "human",
      topic: "order_status",
      cause: "misses",
      trail: [
        { kind: "queue", id: "1" },
        { kind: "operator", id: "12", name: "Nina" },
      ],
    },
    outcome: { kind: "handed_over", cause: "misses", rating: 2, ratingComment: "call anna@field.example" },
    isOutcomeOfVisit: true,
  });
});

test("the workflow that leads comes with the step that it waits at, whatever other workflow was asked for later", async () => {
  const { read, addWorkflow } = await setup({
    ...dialogStateOf(newId()),
    dialogs: [],
    workflow: { id: "return-1", kind: "productReturn" },
  });
  await addWorkflow("return-1", "productReturn", "decision");
  await addWorkflow("hand-over-1", "handOver", "human");
  expect(await read("operator")).toMatchObject({
    dialog: null,
    workflow: { id: "return-1", kind: "productReturn", step: "decision" },
  });
});

test("what runs without leading is told, and what has ended or belongs to the hand-over is not", async () => {
  const { read, addWorkflow } = await setup({ ...dialogStateOf(newId()), dialogs: [], workflow: null });
  await addWorkflow("ticket-1", "ticket", "open", "running");
  await addWorkflow("vacation-1", "vacation", "approved", "ended");
  await addWorkflow("hand-over-1", "handOver", "human", "running");
  expect(await read("operator")).toMatchObject({ workflow: null, running: [{ kind: "ticket", step: "open" }] });
});

test("a viewer sees of them no number, address or file name", async () => {
  const { read } = await setup();
  expect(JSON.stringify(await read("viewer"))).not.toMatch(/79001234567|anna@|passport/);
});

test("a state in a form that nobody knows hides nothing of the rest", async () => {
  const { read } = await setup({ dialogs: "none", visit: 7 });
  expect(await read("operator")).toMatchObject({ dialog: null, files: [], handoff: { state: "human" } });
});

async function setup(state?: Record<string, unknown>) {
  const { cookieOf, database, query } = await setupConsole();
  const { db } = database;
  const changes = state === undefined ? {} : { state };
  const talk = await addHandedOver(db, { ...changes, ratingComment: "call anna@field.example" });
  const { id: conversationId, portalId } = talk;
  const operator = { author: "operator", authorId: OPERATOR.id, authorName: OPERATOR.name } as const;
  await db.insert(message).values({ ...operator, conversationId, text: "Hello" });
  const read = async (role: "viewer" | "operator") =>
    (await query("conversation.details", { id: conversationId }, await cookieOf(role))).data;
  const addWorkflow = (id: string, kind: string, step: string, state?: WorkflowRef["state"]) =>
    db.insert(workflowRef).values({ id, kind, step, portalId, conversationId, ...(state && { state }) });
  return { read, addWorkflow };
}
