import { Client, type WorkflowHandle } from "@temporalio/client";
import { type Answered, ANSWERED_SIGNAL, FLOWS_TASK_QUEUE, PRODUCT_RETURN } from "@botdeck/contracts";
import { newId } from "@botdeck/core/ids";

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
      await flow.signal<[string]>(BARE_ANSWERED, "one");
      await flow.signal<[string]>(BARE_ANSWERED, "two");
    },
  };
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
      await flow.signal<[Answered]>(ANSWERED_SIGNAL, { messageId: "1", text: "yesterday", files: [] });
      const files = [{ id: "7", name: "photo.jpg", sizeBytes: 1 }];
      await flow.signal<[Answered]>(ANSWERED_SIGNAL, { messageId: "2", text: "It is broken", files });
    },
  };
}
