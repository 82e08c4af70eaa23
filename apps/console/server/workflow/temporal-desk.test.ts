import { withWorkflowClock, type WorkflowClock } from "@botdeck/testing/temporal";
import { expect, test } from "vitest";

import { failStep, playStuckWorkflow } from "../test-workflows.ts";
import { createTemporalDesk, temporalAt } from "./temporal-desk.ts";

const STUCK = { workflowId: "ticket:portal:1", kind: "ticket", activity: "tellTicket", failure: "the portal is away" };

test("a step that fails is told with its error and next try, tried at once when asked, and the workflow is cut off with a reason", () =>
  onServer(async (clock) => {
    const { client, namespace } = clock;
    const desk = createTemporalDesk({ connection: client.connection, namespace, uiUrl: "https://temporal.example" });
    expect(await desk.look(STUCK.workflowId)).toBeNull();
    await playStuckWorkflow(client, STUCK);

    const look = await desk.look(STUCK.workflowId);
    expect(look).toMatchObject({ status: "RUNNING", codeFailure: null, isWhole: true });
    expect(look?.pending).toMatchObject([{ activity: "tellTicket", attempt: 2, failure: "the portal is away" }]);
    const { nextAt, id = "" } = look?.pending[0] ?? {};
    expect(Date.parse(nextAt ?? "")).toBeGreaterThan(Date.now());
    expect(look?.history.map(({ kind }) => kind)).toEqual(["began", "heard", "did"]);

    await desk.retry(STUCK.workflowId, id);
    expect(await failStep(client, STUCK)).toEqual({ attempt: 1 });

    await desk.terminate(STUCK.workflowId, "held up the queue");
    const ended = await desk.look(STUCK.workflowId);
    expect(ended).toMatchObject({ status: "TERMINATED", pending: [] });
    expect(ended?.history.at(-1)).toMatchObject({ kind: "ended", how: "terminated", reason: "held up the queue" });
    expect(desk.pageOf(STUCK.workflowId)).toBe(
      `https://temporal.example/namespaces/${namespace}/workflows/ticket%3Aportal%3A1`,
    );
    await expect(desk.terminate(STUCK.workflowId, "again")).rejects.toMatchObject({ code: "not_found" });
    await expect(desk.retry("ticket:nobody", "1")).rejects.toMatchObject({ code: "not_found" });
  }));

test("while Temporal is away every question says so, within seconds", async () => {
  const connection = temporalAt("127.0.0.1:1");
  const desk = createTemporalDesk({ connection, namespace: "default", uiUrl: null });
  await expect(desk.look("ticket:1")).rejects.toMatchObject({ code: "unreachable" });
  await expect(desk.retry("ticket:1", "1")).rejects.toMatchObject({ code: "unreachable" });
  expect(desk.pageOf("ticket:1")).toBeNull();
  await connection.close();
});

/** A server with the whole of Temporal's interface; the one that skips time knows no retry at once. */
const onServer = (work: (clock: WorkflowClock) => Promise<void>) =>
  withWorkflowClock(work, { kind: "short-durations" });
