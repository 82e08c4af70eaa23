import type { FlowOrigin } from "@botdeck/contracts";
import type { Dialog } from "@botdeck/core";
import { defineBot, type FlowResult } from "@botdeck/dialog";

import { createFlowQueue } from "../temporal/flow-queue.ts";
import { createFlowVoice } from "../temporal/flow-voice.ts";
import { createWorld, openLine, type World } from "./world.ts";

/** A bot that begins a flow at the first word, and tells what it hears of it. */
const flowBot = defineBot({
  code: "flows",
  kind: "client",
  name: { en: "Flows", ru: "Потоки" },
  texts: { en: {}, ru: {} },
  intents: { operator: { examples: [] }, hours: { examples: [] } },
  hint: ({ text }) => (text === "operator" || text === "hours" ? text : null),
  welcome: (ctx) => ctx.say("welcome"),
  on: {
    operator: (ctx) =>
      ctx.handOver({ topic: "return", cause: "operator_asked", watch: { workflow: "handOver", input: {} } }),
    hours: (ctx) => ctx.say("from ten to seven"),
  },
  fallback: (ctx) => (ctx.text === "begin" ? ctx.start("flow") : ctx.say("heard")),
  afterDialog: (ctx) => ctx.say(`after ${ctx.ended.ending.outcome}`),
});

export const RESULT: FlowResult = { dialog: "talk", topic: "return", ending: { outcome: "answered" }, slots: {} };

/** A conversation in which a flow leads, with the ways of flows into it. */
export async function beginFlow(world: World, dialog: Dialog) {
  await world.write("begin", { in: dialog });
  await world.runAll();
  const { portalId, botId, id: conversationId } = await world.conversation(dialog.id);
  const start = (await world.effects()).findLast((effect) => effect.conversationId === conversationId);
  if (start?.body.kind !== "workflow.start") throw new Error("no workflow was started");
  const { workflowId } = start.body;
  const origin: FlowOrigin = {
    portalId,
    botId,
    conversationId,
    dialog,
    personName: "A client",
    botName: "The bot",
  };
  return {
    workflowId,
    origin,
    voice: createFlowVoice(world.db, () => workflowId),
    /** The ways of another flow into the same conversation. */
    voiceOf: (id: string) => createFlowVoice(world.db, () => id),
    queueOf: (id: string, now?: () => Date) =>
      createFlowQueue({ db: world.db, currentWorkflowId: () => id, ...(now && { now }) }),
  };
}
export type BegunFlow = Awaited<ReturnType<typeof beginFlow>>;

export async function createFlowWorld() {
  const world = await createWorld(flowBot);
  return { ...world, ...(await beginFlow(world, openLine("1"))) };
}
export type FlowWorld = Awaited<ReturnType<typeof createFlowWorld>>;
