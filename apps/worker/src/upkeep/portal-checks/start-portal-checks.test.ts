import { announce, askAboutPortal, keepPortalCheck, portalCheck } from "@botdeck/db";
import { beforeAll, expect, onTestFinished, test } from "vitest";

import { createCheckedPortal } from "../../testing/checked-portal.ts";
import { startHangingPortal } from "../../testing/hanging-portal.ts";
import { startEmulator } from "../../testing/start-emulator.ts";
import { startPortalChecks } from "./start-portal-checks.ts";

let emulator: Awaited<ReturnType<typeof startEmulator>>;
beforeAll(async () => {
  emulator = await startEmulator();
  return () => emulator.stop();
});

const setup = () => createCheckedPortal(emulator);

test("whoever asks is answered at once, by one of two workers, and a portal that nobody asks about waits its time", async () => {
  const { deps, handle, databaseUrl, db, portal: read } = await setup();
  const { id } = await read();
  const checks = [0, 1].map(() => startPortalChecks({ ...deps, handle, databaseUrl, lookMs: 600_000 }));
  onTestFinished(async () => void (await Promise.all(checks.map((each) => each.stop()))));
  const checkOf = async () => (await db.select().from(portalCheck))[0];
  await expect.poll(async () => (await checkOf())?.findings.length, { timeout: 15_000 }).toBeGreaterThan(5);
  const before = (await checkOf())?.checkedAt?.getTime() ?? 0;

  await askAboutPortal(db, id);
  await announce(db, "botdeck_portals", null);
  await expect.poll(async () => (await checkOf())?.requestedAt, { timeout: 15_000 }).toBeNull();
  expect((await checkOf())?.checkedAt?.getTime()).toBeGreaterThan(before);
});

test("a portal that hangs while it is looked at delays no look at another one", async () => {
  const { deps, handle, databaseUrl, db, portals, portal: read } = await setup();
  const hanging = await startHangingPortal();
  const dead = await portals.keepWebhook({ domain: new URL(hanging.url).host, url: hanging.url });
  await portals.endConnecting(dead.id, "active");
  await askAboutPortal(db, dead.id);
  const checks = startPortalChecks({ ...deps, handle, databaseUrl, lookMs: 600_000 });
  onTestFinished(async () => {
    hanging.end();
    await checks.stop();
  });
  await hanging.asked;

  const { id } = await read();
  await askAboutPortal(db, id);
  await announce(db, "botdeck_portals", null);
  const checkOf = async (portalId: string) =>
    (await db.select().from(portalCheck)).find((each) => each.portalId === portalId);
  await expect.poll(async () => (await checkOf(id))?.requestedAt, { timeout: 15_000 }).toBeNull();
  expect(await checkOf(dead.id)).toMatchObject({ checkedAt: null, requestedAt: expect.any(Date) });
});

test("whoever asks about a portal while all places are taken has the next one, before all that were due already", async () => {
  const { deps, handle, databaseUrl, db, portals, portal: read } = await setup();
  const { id } = await read();
  await keepPortalCheck(db, id, { begunAt: new Date(), findings: [], problem: null });
  const hanging = await Promise.all(Array.from({ length: 6 }, () => startHangingPortal()));
  const waiting = await startHangingPortal();
  const connect = async ({ url }: { url: string }) => {
    const kept = await portals.keepWebhook({ domain: new URL(url).host, url });
    await portals.endConnecting(kept.id, "active");
    return kept.id;
  };
  for (const each of hanging) await askAboutPortal(db, await connect(each));
  const dueId = await connect(waiting);
  const checks = startPortalChecks({ ...deps, handle, databaseUrl, lookMs: 600_000 });
  onTestFinished(async () => {
    for (const each of [...hanging, waiting]) each.end();
    await checks.stop();
  });
  await Promise.all(hanging.map(({ asked }) => asked));

  await askAboutPortal(db, id);
  await announce(db, "botdeck_portals", null);
  hanging[0]?.end();
  const checkOf = async (portalId: string) =>
    (await db.select().from(portalCheck)).find((each) => each.portalId === portalId);
  await expect.poll(async () => (await checkOf(id))?.requestedAt, { timeout: 15_000 }).toBeNull();
  expect((await checkOf(dueId))?.checkedAt ?? null).toBeNull();
});
