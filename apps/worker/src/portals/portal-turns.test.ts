import { askAboutPortal, changePortal, createPollerLocks } from "@botdeck/db";
import { type AnyBot, defineBot } from "@botdeck/dialog";
import { beforeAll, expect, onTestFinished, test } from "vitest";

import { connectServed } from "../testing/served-portal.ts";
import { startEmulator } from "../testing/start-emulator.ts";
import { connectAskedPortals } from "./connect-asked-portals.ts";
import { leavePortals } from "./leave-portals.ts";
import { createPortalTurns } from "./portal-turns.ts";

let emulator: Awaited<ReturnType<typeof startEmulator>>;
beforeAll(async () => {
  emulator = await startEmulator();
  return () => emulator.stop();
});

const teamBot: AnyBot = defineBot({
  code: "team",
  kind: "internal",
  name: { en: "Team", ru: "Команда" },
  texts: { en: {}, ru: {} },
  welcome: () => [],
  fallback: () => [],
});

test("while one process sees to a portal another lets it be, and does afterwards what is wanted by then", async () => {
  const { db, deps, portals, bots, portal, databaseUrl } = await connectServed(emulator, [teamBot]);
  const { id } = await portal();
  const locks = createPollerLocks(databaseUrl);
  onTestFinished(() => locks.close());
  const inTurnOfAnother = createPortalTurns({ locks, portals });
  await changePortal(db, id, { state: "removed", isLeft: true });
  await askAboutPortal(db, id);

  await inTurnOfAnother(id, async () => {
    await leavePortals(deps);
    expect(await bots()).toMatchObject([{ state: "active" }]);
    await portals.reopen(id);
    await connectAskedPortals(deps);
    expect(await portal()).toMatchObject({ state: "pending" });
  });

  await leavePortals(deps);
  expect(await bots()).toMatchObject([{ state: "active" }]);
  await connectAskedPortals(deps);
  expect(await portal()).toMatchObject({ state: "active" });
});
