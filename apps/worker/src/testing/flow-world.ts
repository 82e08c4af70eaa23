import type { FlowOrigin } from "@botdeck/contracts";
import { defineBot, type FlowResult } from "@botdeck/dialog";

import { createFlowQueue } from "../temporal/flow-queue.ts";
import { createFlowVoice } from "../temporal/flow-voice.ts";
import { createWorld, openLine } from "./world.ts";

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
    operator: (ctx) => ctx.handOver({ topic: "return", cause: "operator_asked", watch: { workflow: "handOver", input: {} } }),
    hours: (ctx) => ctx.say("from ten to seven"),
  },
  fallback: (ctx) => (ctx.text === "begin" ? ctx.start("flow") : ctx.say("heard")),
  afterDialog: (ctx) => ctx.say(`after ${ctx.ended.ending.outcome}`),
});

export const RESULT: FlowResult = { dialog: "talk", topic: "return", ending: { outcome: "answered" }, slots: {} };

/** A conversation in which a flow leads, with the flow's ways into it. */
export async function createFlowWorld() {
  const world = await createWorld(flowBot);
  await world.write("begin");
  await world.runAll();
  const [start] = await world.effects();
  if (start?.body.kind !== "workflow.start") throw new Error("no workflow was started");
  const { workflowId } = start.body;
  const { portalId, botId, id: conversationId } = await world.conversation();
  const origin: FlowOrigin = {
    portalId,
    botId,
    conversationId,
    dialog: openLine("1"),
    personName: "A client",
    botName: "The bot",
  };
  return {
    ...world,
    workflowId,
    origin,
    voice: createFlowVoice(world.db, () => workflowId),
    /** The ways of another flow into the same conversation. */
    voiceOf: (id: string) => createFlowVoice(world.db, () => id),
    queueOf: (id: string, now?: () => Date) =>
      createFlowQueue({ db: world.db, currentWorkflowId: () => id, ...(now && { now }) }),
  };
}
export type FlowWorld = Awaited<ReturnType<typeof createFlowWorld>>;
