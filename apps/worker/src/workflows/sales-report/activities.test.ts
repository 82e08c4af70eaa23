import { reportBot, reportTexts } from "@botdeck/bots";
import { type B24Client, createB24Client, createLocalBudget, createUndiciTransport } from "@botdeck/b24-client";
import type { ReportQuery } from "@botdeck/contracts";
import { createDirectory } from "@botdeck/crm";
import { keptFile, type Portal } from "@botdeck/db";
import { type ActAs, GrantNeeded } from "@botdeck/portal-clients";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import type { LackingStep } from "../../portals/ask-for-flow.ts";
import { createReportReader } from "../../services/report-reader.ts";
import { createFlowBots } from "../../temporal/flow-bots.ts";
import { createFlowWorld, type FlowWorld } from "../../testing/flow-world.ts";
import { startEmulator } from "../../testing/start-emulator.ts";
import { createSalesReportActivities } from "./activities.ts";

const BY = "3";
const DAY_MS = 86_400_000;
const dayAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
const QUERY: ReportQuery = { from: dayAgo(360), to: dayAgo(0), timeZone: "UTC", whose: { kind: "visible" } };
const ASKED = { by: BY, query: QUERY, total: 300 };

const transport = createUndiciTransport();
let emulator: Awaited<ReturnType<typeof startEmulator>>;
let client: B24Client;
beforeAll(async () => {
  emulator = await startEmulator();
  const scopes = ["crm", "user", "department"];
  const { url } = await emulator.control<{ url: string }>("/webhooks", { userId: BY, scopes });
  client = createB24Client({ portal: { kind: "webhook", url }, transport, budget: createLocalBudget() });
});
afterAll(async () => {
  await emulator.stop();
  await transport.close();
});

let world: FlowWorld;
let actedFor: string[];
let lacking: LackingStep[];
beforeEach(async () => {
  world = await createFlowWorld();
  [actedFor, lacking] = [[], []];
});
afterEach(() => world.close());

function activitiesWith({ isGranted = true, attempt = 1 } = {}) {
  const find = async () => ({ definition: reportBot, settings: {}, texts: reportTexts });
  const actAs: ActAs = async ({ id }, userId) => {
    actedFor.push(userId);
    if (!isGranted) throw new GrantNeeded(id, userId);
    return { client, by: "grant" };
  };
  return createSalesReportActivities({
    db: world.db,
    voice: world.voice,
    bots: createFlowBots({ db: world.db, find, servicesFor: () => ({}) }),
    portalById: async (id) => ({ id }) as Portal,
    actAs,
    reader: createReportReader({ directoryOf: async () => createDirectory(client), clientOf: async () => client }),
    askForGrant: async (step) => void lacking.push(step),
    currentWorkflowId: () => world.workflowId,
    currentActivity: () => ({ id: "7", attempt, signal: new AbortController().signal, heartbeat: () => {} }),
  });
}

const bodies = async () => (await world.effects()).slice(1).map(({ body }) => body);

test("run again, each activity leaves one message, one table and one picture, read with the rights of who asked", async () => {
  const flow = { origin: world.origin, language: "en" as const };
  for (const attempt of [1, 2]) {
    const activities = activitiesWith({ attempt });
    await activities.beginReport(flow, ASKED);
    const read = await activities.readReport(flow, ASKED);
    if (read.kind !== "read") throw new Error("nothing was read");
    await activities.postReport(flow, { ...ASKED, ...read });
    await activities.endReport(flow, { ...ASKED, outcome: "posted" });
  }
  const kinds = (await bodies()).map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(["chat.edit", "chat.file", "chat.send", "chat.send"]);
  const [progress, report] = (await bodies()).filter(({ kind }) => kind === "chat.send");
  expect(progress).toMatchObject({
    text: "Reading deals: 0 of 300",
    buttons: [[{ command: "reportcancel", params: `${world.workflowId} ${BY}` }]],
  });
  expect(report).toMatchObject({ text: expect.stringMatching(/deals: /), card: { blocks: expect.any(Array) } });
  expect(await world.db.$count(keptFile)).toBe(2);
  expect(new Set(actedFor)).toEqual(new Set([BY]));
});

test("without permission nothing is read, and the person is asked for it", async () => {
  const flow = { origin: world.origin, language: "ru" as const };
  expect(await activitiesWith({ isGranted: false }).readReport(flow, ASKED)).toEqual({ kind: "not_granted" });
  expect(lacking).toMatchObject([{ userId: BY, language: "ru", workflowId: world.workflowId, step: "read:7" }]);
  expect(await world.db.$count(keptFile)).toBe(0);
});
