import { alertGroup, announce, noteWorkflow, outboxEffect, workflowRef } from "@botdeck/db";
import { withWorkflowClock, type WorkflowClock } from "@botdeck/testing/temporal";
import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";

import { addBot } from "../server/test-conversations.ts";
import { addAlertGroup, addSource } from "../server/test-notifications.ts";
import { addTicket, addVacation, addWorkflow, failStep, playStuckWorkflow } from "../server/test-workflows.ts";
import { createTemporalDesk, temporalAt } from "../server/workflow/temporal-desk.ts";
import { lookAt, PLACES } from "./look-at.ts";
import { openConsole } from "./open-console.ts";

test("a stuck workflow is found, its step tried again, and it is stopped with a reason that the page keeps", () =>
  onServer(async ({ client, namespace }) => {
    const temporal = createTemporalDesk({
      connection: client.connection,
      namespace,
      uiUrl: "https://temporal.example",
    });
    const { openAs, database } = await openConsole({ temporal });
    const { db } = database;
    const ids = await addBot(db);
    const { workflowId, conversationId } = await addTicket(db, ids, { taskId: "77", title: "No sound" });
    const stuck = { workflowId, kind: "ticket", activity: "tellTicket", failure: "The portal answered 500" };
    await playStuckWorkflow(client, stuck);

    const page = await openAs("lead", "/workflows");
    await page.getByText("#7 No sound").waitFor();
    await page.getByRole("link", { name: "Ticket", exact: true }).click();
    const step = page.locator('[data-pending="tellTicket"]');
    await step.getByText("Tell the reporter: failed 1 time").waitFor();
    await step.getByText("The portal answered 500").waitFor();
    await page.getByText("Heard: the client's words").waitFor();
    expect(await page.getByRole("link", { name: "Open in Temporal" }).getAttribute("href")).toContain(
      encodeURIComponent(workflowId),
    );
    for (const { place, options } of PLACES) {
      const other = await openAs("admin", `/workflows/${encodeURIComponent(workflowId)}`, options);
      await other.locator("[data-stuck]").waitFor();
      expect(await lookAt(other, `workflow-stuck-${place}`)).toEqual([]);
    }

    await step.getByRole("button", { name: "Try now" }).click();
    await page.getByText("It is tried now").waitFor();
    await failStep(client, stuck);

    await page.getByRole("button", { name: "Stop", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Stop this workflow?" });
    await dialog.getByRole("button", { name: "Stop" }).click();
    await dialog.getByText("Say why.").waitFor();
    // A button pales under it.
    await page.mouse.move(0, 0);
    await dialog.getByRole("textbox", { name: "Reason" }).fill("No longer <b>needed</b>");
    expect(await lookAt(page, "workflow-stop")).toEqual([]);
    await dialog.getByRole("button", { name: "Stop" }).click();
    await page.getByText("Is being stopped", { exact: true }).waitFor();
    await page.getByText("Test lead stopped it").waitFor();
    await page.getByText("No longer <b>needed</b>").waitFor();
    const effects = await db.select().from(outboxEffect).where(eq(outboxEffect.conversationId, conversationId));
    expect(effects).toMatchObject([{ kind: "workflow.signal", body: { workflowId, payload: { kind: "cancelled" } } }]);

    // The worker of a whole system would hear the signal, and tell that it ended.
    await noteWorkflow(db, workflowId, { outcome: "closed" });
    await announce(db, "botdeck_desk", ["workflows"]);
    await page.locator("dl").getByText("closed", { exact: true }).waitFor();
    expect(await page.getByRole("button", { name: "Stop", exact: true }).count()).toBe(0);
  }));

test("an admin cuts off what cannot end by itself", () =>
  onServer(async ({ client, namespace }) => {
    const temporal = createTemporalDesk({ connection: client.connection, namespace, uiUrl: null });
    const { openAs, database } = await openConsole({ temporal });
    const { db } = database;
    const { workflowId } = await addWorkflow(db, await addBot(db), "productReturn", { step: "dialog" });
    await playStuckWorkflow(client, { workflowId, kind: "productReturn", activity: "say", failure: "away" });
    const page = await openAs("admin", `/workflows/${encodeURIComponent(workflowId)}`);
    await page.getByRole("button", { name: "Cut off" }).click();
    const dialog = page.getByRole("dialog", { name: "Cut this workflow off?" });
    await dialog.getByRole("textbox", { name: "Reason" }).fill("its code is gone");
    await dialog.getByRole("button", { name: "Cut off" }).click();
    await page.getByText("It is cut off").waitFor();
    await page.getByText("Was cut off").waitFor();
    const [row] = await db.select().from(workflowRef);
    expect(row).toMatchObject({ state: "ended", outcome: "terminated" });
  }));

test("while Temporal is away a workflow is shown by what is known here, and can be stopped", async () => {
  const connection = temporalAt("127.0.0.1:1");
  onTestFinished(() => connection.close());
  const temporal = createTemporalDesk({ connection, namespace: "default", uiUrl: null });
  const { openAs, database } = await openConsole({ temporal });
  const { db } = database;
  const { workflowId } = await addVacation(db, await addBot(db));
  const page = await openAs("lead", `/workflows/${encodeURIComponent(workflowId)}`);
  await page.getByText("Temporal does not answer").waitFor();
  await page.getByText(/Dec 1\s–\s5, 2026/).waitFor();
  expect(await lookAt(page, "workflow-away")).toEqual([]);
  await page.getByRole("button", { name: "Remind" }).click();
  await page.getByText("Whoever it waits for is reminded").waitFor();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await page.getByRole("textbox", { name: "Reason" }).fill("asked by phone");
  await page.keyboard.press("Tab");
  await page.getByRole("dialog").getByRole("button", { name: "Stop" }).press("Enter");
  await page.getByText("It is being stopped").waitFor();
  expect(await db.select().from(outboxEffect)).toHaveLength(2);
});

test("the list narrows by kind and state in its address, shows what comes by itself, and is whole in both themes and on a phone", async () => {
  const { openAs, database } = await openConsole();
  const { db } = database;
  const ids = await addBot(db);
  const page = await openAs("viewer", "/workflows");
  await page.getByText("Nothing is at work").waitFor();
  await addTicket(db, ids);
  await addVacation(db, ids);
  await addWorkflow(db, ids, "handOver", { step: "promised" });
  await addWorkflow(db, ids, "productReturn", { step: "decision", createdAt: new Date(Date.now() - 90 * 60_000) });
  await addWorkflow(db, ids, "stockWatch", { state: "ended", outcome: "told", endedAt: new Date() });
  const { hookId } = await addSource(db, ids);
  const { groupId } = await addAlertGroup(db, ids, hookId, "firing");
  await db.update(alertGroup).set({ workflowId: `escalation:${ids.portalId}:${groupId}:1` });
  await announce(db, "botdeck_desk", ["workflows"]);
  const rows = page.locator("[data-workflow]");
  await expect.poll(() => rows.count()).toBe(5);
  expect(await page.content()).not.toContain("Anna Field");
  for (const { place, options } of PLACES) {
    const other = await openAs("lead", "/workflows", options);
    await other.locator("[data-workflow]").first().waitFor();
    expect(await lookAt(other, `workflows-${place}`)).toEqual([]);
  }
  await page.getByRole("link", { name: /^Ended/ }).click();
  await page.getByText("told", { exact: true }).waitFor();
  await page.getByRole("link", { name: /^Ticket/ }).click();
  await page.getByText("None of these").waitFor();
  expect(new URL(page.url()).search).toBe("?state=ended&kind=ticket");
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect.poll(() => rows.count()).toBe(1);
});

/** The server ends after whatever the test opened: pages that still ask it would find it gone. */
async function onServer(work: (clock: WorkflowClock) => Promise<void>): Promise<void> {
  const over = Promise.withResolvers<void>();
  const started = Promise.withResolvers<WorkflowClock>();
  const ended = withWorkflowClock(
    async (clock) => {
      started.resolve(clock);
      await over.promise;
    },
    { kind: "short-durations" },
  );
  ended.catch(started.reject);
  onTestFinished(async () => {
    over.resolve();
    await ended;
  });
  await work(await started.promise);
}
