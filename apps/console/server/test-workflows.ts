import { newId } from "@botdeck/core/ids";
import { absence, type Database, ticket, workflowRef } from "@botdeck/db";
import { INITIAL_STATE } from "@botdeck/dialog";
import type { Client } from "@temporalio/client";

import { addConversation } from "./test-conversations.ts";

type Ids = { portalId: string; botId: string };
type Changes = Partial<Omit<typeof workflowRef.$inferInsert, "kind">>;

/** `CommandType` of Temporal's protocol. */
const SCHEDULE_ACTIVITY_TASK = 1;
/** A poll ends after this, with nothing. */
const POLL_MS = 20_000;

/** A workflow that a conversation asked for, and that leads it. */
export async function addWorkflow(db: Database, ids: Ids, kind: string, changes: Changes = {}) {
  const workflowId = changes.id ?? `${kind}:${ids.portalId}:${newId()}`;
  const state = { ...INITIAL_STATE, workflow: { id: workflowId, kind } };
  const conversation = await addConversation(db, ids, { state });
  const values = { conversationId: conversation.id, portalId: ids.portalId, state: "running" as const, ...changes };
  await db.insert(workflowRef).values({ ...values, id: workflowId, kind });
  return { workflowId, conversationId: conversation.id };
}

/** A ticket that somebody works on. */
export async function addTicket(db: Database, ids: Ids, changes: Partial<typeof ticket.$inferInsert> = {}) {
  const { workflowId, conversationId } = await addWorkflow(db, ids, "ticket");
  await db.insert(ticket).values({
    ...ids,
    number: 7,
    reporterId: "7",
    reporterName: "Anna Field",
    conversationId,
    category: "hardware",
    title: "No sound, call +7 900 123-45-67",
    description: "",
    state: "in_progress",
    assigneeId: "12",
    workflowId,
    ...changes,
  });
  return { workflowId, conversationId };
}

/** A request for days off. */
export async function addVacation(db: Database, ids: Ids, changes: Partial<typeof absence.$inferInsert> = {}) {
  const { workflowId, conversationId } = await addWorkflow(db, ids, "vacation", { state: "requested" });
  await db.insert(absence).values({
    ...ids,
    personId: "7",
    personName: "Anna Field",
    kind: "paid",
    fromDay: "2026-12-01",
    toDay: "2026-12-05",
    version: 2,
    approverId: "9",
    workflowId,
    ...changes,
  });
  return { workflowId, conversationId };
}

/** Begins a workflow in Temporal, played by hand, that has heard a signal and has a step that fails. */
export async function playStuckWorkflow(
  client: Client,
  { workflowId, kind, activity, failure }: { workflowId: string; kind: string; activity: string; failure: string },
): Promise<void> {
  const { workflowService: service, options } = client;
  const { namespace } = options;
  const name = `by-hand-${workflowId}`;
  const taskQueue = { name };
  const handle = await client.workflow.start(kind, { workflowId, taskQueue: name, args: [] });
  await handle.signal("answered", {});
  const { taskToken } = await client.withDeadline(Date.now() + POLL_MS, () =>
    service.pollWorkflowTaskQueue({ namespace, taskQueue, identity: name }),
  );
  await service.respondWorkflowTaskCompleted({
    namespace,
    taskToken,
    commands: [
      {
        commandType: SCHEDULE_ACTIVITY_TASK,
        scheduleActivityTaskCommandAttributes: {
          activityId: "1",
          activityType: { name: activity },
          taskQueue,
          startToCloseTimeout: seconds(60),
          // Longer than any test: it waits for its next try.
          retryPolicy: { initialInterval: seconds(3_600), maximumInterval: seconds(3_600) },
        },
      },
    ],
  });
  await failStep(client, { workflowId, failure });
}

/** Takes the step that waits to be done, and fails it. */
export async function failStep(
  client: Client,
  { workflowId, failure }: { workflowId: string; failure: string },
): Promise<{ attempt: number }> {
  const { workflowService: service, options } = client;
  const { namespace } = options;
  const name = `by-hand-${workflowId}`;
  const { taskToken, attempt } = await client.withDeadline(Date.now() + POLL_MS, () =>
    service.pollActivityTaskQueue({ namespace, taskQueue: { name }, identity: name }),
  );
  await service.respondActivityTaskFailed({
    namespace,
    taskToken,
    failure: { message: failure, applicationFailureInfo: {} },
  });
  return { attempt: attempt ?? 0 };
}

type Commands = NonNullable<Parameters<Client["workflowService"]["respondWorkflowTaskCompleted"]>[0]["commands"]>;
type Duration = NonNullable<
  NonNullable<Commands[number]["scheduleActivityTaskCommandAttributes"]>["startToCloseTimeout"]
>;

// safe: the encoder takes numbers where it gives its own long ones
const seconds = (count: number) => ({ seconds: count }) as unknown as Duration;
