import { storeBot, storeTexts } from "@botdeck/bots";
import type { ProductReturnOutcome } from "@botdeck/contracts";
import type { Slots } from "@botdeck/dialog/dialogs";
import { afterEach, beforeEach, expect, test } from "vitest";

import { createFlowBots } from "../../temporal/flow-bots.ts";
import type { FlowPortal } from "../../temporal/flow-portal.ts";
import { createFlowWorld, type FlowWorld } from "../../testing/flow-world.ts";
import { OPERATOR } from "../../testing/world.ts";
import { createConverseActivities } from "../flow/converse-activities.ts";
import { createReturnActivities } from "./activities.ts";

const SLOTS: Slots = {
  order: { number: "A-1042", purchasedOn: "2026-11-14", phone: "+79161234567" },
  reason: "It leaks [b]everywhere[/b]",
};
const PORTAL: FlowPortal = { putOnDisk: async () => null, isTaskCompleted: async () => false };

let world: FlowWorld;
let flow: { origin: FlowWorld["origin"]; language: "en" };
let activities: ReturnType<typeof createReturnActivities> & ReturnType<typeof createConverseActivities>;
beforeEach(async () => {
  world = await createFlowWorld();
  flow = { origin: world.origin, language: "en" };
  const find = async () => ({ definition: storeBot, settings: {}, texts: storeTexts });
  const bots = createFlowBots({ db: world.db, find, servicesFor: () => ({}) });
  const deps = { voice: world.voice, bots, portal: PORTAL };
  activities = { ...createReturnActivities(deps), ...createConverseActivities(deps) };
});
afterEach(() => world.close());

const bodies = async () => (await world.effects()).slice(1).map(({ body }) => body);

test("the manager's task has all that the client told, harmless, with photos, deadline and the client's card", async () => {
  const task = { slots: SLOTS, diskFileIds: ["55"], missing: 1, managerId: "5", deadlineAt: "2026-11-22T09:00:00Z" };
  await activities.createReturnTask(flow, task);
  await activities.createReturnTask(flow, task);
  expect(await bodies()).toMatchObject([
    {
      kind: "task.create",
      originId: world.workflowId,
      title: expect.stringContaining("A-1042"),
      responsibleId: "5",
      deadlineAt: "2026-11-22T09:00:00Z",
      diskFileIds: ["55"],
      clientEntityId: "whatsapp|1|1|101",
    },
  ]);
  const [body] = await bodies();
  const description = body?.kind === "task.create" ? body.description : "";
  expect(description).toContain("14.11.2026");
  expect(description).toContain("+79161234567");
  expect(description).toContain("chat1");
  expect(description).toMatch(/1 photo could not be attached/);
  expect(description).not.toContain("[b]");
});

test("the manager decides by buttons in a chat of their own, where the reason is named in words", async () => {
  await activities.askManager(flow, { slots: { ...SLOTS, reason: "broken" }, managerId: "5" });
  const params = (verdict: string) => ({
    kind: "command",
    command: "return",
    params: `${world.workflowId} ${verdict}`,
  });
  expect(await bodies()).toMatchObject([
    {
      kind: "chat.send",
      dialogId: "5",
      text: expect.stringContaining(storeTexts.en.reasonBroken),
      buttons: [[params("approve"), params("decline")]],
    },
  ]);
});

test("a client's name is only a name to the manager and the supervisor, whatever codes it holds", async () => {
  const named = { ...flow, origin: { ...flow.origin, personName: "[b]Eve[/b]" } };
  await activities.askManager(named, { slots: SLOTS, managerId: "5" });
  await activities.tellSupervisor(named, { key: "1", supervisorId: "6", slots: SLOTS });
  const texts = (await bodies()).map((body) => (body.kind === "chat.send" ? body.text : ""));
  expect(texts).toEqual([expect.stringContaining("Eve"), expect.stringContaining("Eve")]);
  expect(texts.join()).not.toContain("[b]Eve");
});

test("each outcome is a comment to the task", async () => {
  const outcomes: (ProductReturnOutcome | "overdue")[] = [
    "refunded",
    "exchanged",
    "approved",
    "declined",
    "undecided",
    "overdue",
  ];
  for (const outcome of outcomes) await activities.commentReturn(flow, { key: outcome, outcome });
  const texts = (await bodies()).map((body) => (body.kind === "task.comment" ? body.text : ""));
  expect(new Set(texts).size).toBe(outcomes.length);
  expect(texts).not.toContain("");
});

test("the decision reaches the client, or the operator who talks with them", async () => {
  const lines = [
    { text: "returnDeclined", values: { number: "A-1042", hasReason: "yes", reason: "worn" } },
    { text: "returnRefundPlanned" },
  ];
  await activities.tellClient(flow, { key: "0", lines });
  await world.write("I will do that", { by: OPERATOR });
  await world.runAll();
  await activities.tellClient(flow, { key: "1", lines });
  const sends = (await bodies()).flatMap((body) => (body.kind === "chat.send" ? [body] : []));
  expect(sends).toMatchObject([{ text: expect.stringMatching(/worn.*\n\n/s) }, { forOperators: true }]);
});

test("lines of one step are one message, and its buttons come back with what they mean", async () => {
  const offered = await activities.say(flow, {
    key: "0",
    step: "dialog",
    lines: [
      { text: "returnApproved", values: { number: "A-1042" } },
      {
        text: "settlementAsk",
        buttons: [
          [
            { text: "settlementRefund", value: "refund" },
            { label: "No", value: null },
          ],
        ],
      },
    ],
  });
  const { settlementAsk, settlementRefund } = storeTexts.en;
  expect(offered).toEqual([
    { text: settlementRefund, value: "refund" },
    { text: "No", value: null },
  ]);
  expect(await bodies()).toMatchObject([
    {
      text: expect.stringMatching(new RegExp(`A-1042.*\\n\\n${settlementAsk.replace("?", "\\?")}$`, "s")),
      buttons: [[{ text: settlementRefund }, { text: "No" }]],
    },
  ]);
});
