import { Client, type WorkflowHandle } from "@temporalio/client";
import {
  type Answered,
  ANSWERED_SIGNAL,
  type Decided,
  DECIDED_SIGNAL,
  FLOWS_TASK_QUEUE,
  PRODUCT_RETURN,
} from "@botdeck/contracts";
import { newId } from "@botdeck/core/ids";
import { NO_ENTITIES, type SentFile } from "@botdeck/dialog";

import { BARE_ANSWERED, BARE_FLOW, BARE_QUEUE } from "./bare-names.ts";
import type { Origins } from "./flow-origins.ts";

/** How one kind of flow is started and answered until it ends. */
export type FlowSide = {
  /** What has to be there before `count` flows start. */
  prepare(count: number): Promise<void>;
  start(): Promise<WorkflowHandle>;
  answer(flow: WorkflowHandle): Promise<void>;
};

export function createBareSide(client: Client): FlowSide {
  return {
    prepare: () => Promise.resolve(),
    start: () => client.workflow.start(BARE_FLOW, { taskQueue: BARE_QUEUE, workflowId: `bare:${newId()}`, args: [] }),
    async answer(flow) {
      for (const answer of BARE_ANSWERS) await flow.signal<[string]>(BARE_ANSWERED, answer);
    },
  };
}

/** What a client of the return answers, and what the manager then decides; the bare flow hears as many signals. */
const PHOTO: SentFile = { id: "7", name: "photo.jpg", keptId: null, problem: null };
const ANSWERS = [{ text: "It is broken" }, { text: "", files: [PHOTO] }, { text: "yes" }];
const DECISION: Decided = { verdict: "declined", by: "1", reason: null };
const BARE_ANSWERS = ["broken", "a photo", "yes", "declined"];

function answered(messageId: string, { text, files = [] }: { text: string; files?: readonly SentFile[] }): Answered {
  const understood = { intents: [], provider: "none", fellBackFrom: null, entities: NO_ENTITIES };
  const today = new Date().toISOString().slice(0, 10);
  return { messageId, said: { text, files, understood, pressed: null, today, sure: null } };
}

/** Our return of a product: its activities write words, steps, a task and the end into our database. */
export function createReturnSide(client: Client, origins: Origins): FlowSide {
  return {
    prepare: (count) => origins.make(count),
    start() {
      const { workflowId, input } = origins.take();
      return client.workflow.start(PRODUCT_RETURN, { taskQueue: FLOWS_TASK_QUEUE, workflowId, args: [input] });
    },
    async answer(flow) {
      for (const [index, answer] of ANSWERS.entries()) {
        await flow.signal<[Answered]>(ANSWERED_SIGNAL, answered(String(index), answer));
      }
      await flow.signal<[Decided]>(DECIDED_SIGNAL, DECISION);
    },
  };
}
