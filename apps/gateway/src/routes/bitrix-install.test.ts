import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { appInstall } from "@botdeck/db";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { appLife, CANARY, v2Message } from "../testing/posts.ts";
import { createWorld, type World } from "../testing/world.ts";

const URL = "/bitrix/install";

let world: World;
beforeAll(async () => void (world = await createWorld()));
beforeEach(async () => void (await world.db.delete(appInstall)));
afterAll(() => world.close());

describe.each(["ONAPPINSTALL", "ONAPPUPDATE"])("%s", (event) => {
  test("is kept sealed, and waits to be checked", async () => {
    expect((await world.post(URL, appLife(event, "new"))).statusCode).toBe(200);
    expect(JSON.stringify(await world.installRows())).not.toContain(CANARY);
    expect(world.log.join("")).not.toContain(CANARY);
    const waiting = await world.installs.nextWaiting();
    expect(waiting?.openGrant()).toMatchObject({ memberId: "new", token: { accessToken: CANARY } });
    expect(await world.portals.byMemberId("new")).toBeNull();
  });

  test("changes nothing of a known portal by itself", async () => {
    const before = await world.newPortal("known");
    await world.post(URL, appLife(event, "known", "forged"));
    const after = await world.portals.byMemberId("known");
    expect(after).toMatchObject({ id: before.id, state: "active", domain: before.domain });
    expect(after && world.portals.applicationToken(after)).toBe("known-application");
  });

  test("without its token is refused and not kept", async () => {
    const { auth, ...rest } = appLife(event, "new");
    const answer = await world.post(URL, { ...rest, auth: { ...auth, access_token: "" } });
    expect([answer.statusCode, answer.json().message]).toEqual([400, "The event has no auth.access_token"]);
    expect(await world.installRows()).toEqual([]);
  });
});

test("an installation that comes while the database is away is kept, sealed, and waits to be checked when it is back", async () => {
  world.loseDatabase();
  expect((await world.post(URL, appLife("ONAPPINSTALL", "late"))).statusCode).toBe(200);
  const spooled = await readdir(join(world.folder, "spool"), { recursive: true, withFileTypes: true });
  const files = spooled.filter((each) => each.isFile());
  const texts = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), "utf8")));
  expect(texts.join("")).toContain("grantSealed");
  expect(texts.join("")).not.toContain(CANARY);

  world.returnDatabase();
  await expect.poll(() => world.installRows(), { timeout: 10_000 }).toMatchObject([{ memberId: "late" }]);
  expect((await world.installs.nextWaiting())?.openGrant()).toMatchObject({ token: { accessToken: CANARY } });
});

test("one larger than any portal's is refused, for anybody may post one", async () => {
  const { auth, ...rest } = appLife("ONAPPINSTALL", "large");
  const answer = await world.post(URL, { ...rest, auth: { ...auth, scope: "x".repeat(100_000) } });
  expect(answer.statusCode).toBe(400);
  expect(await world.installRows()).toEqual([]);
});

test("those of strangers take a small part of the spool only, and events find room behind them", async () => {
  await world.newBot(await world.newPortal("busy"), "456");
  await world.post("/bitrix/events", v2Message("busy", { messageId: "known" }));
  world.loseDatabase();
  const codes: number[] = [];
  for (let index = 0; index < 150; index++) {
    codes.push((await world.post(URL, appLife("ONAPPINSTALL", `stranger${index}`))).statusCode);
  }
  expect(new Set(codes)).toEqual(new Set([200, 429]));
  expect((await world.post("/bitrix/events", v2Message("busy", { messageId: "behind" }))).statusCode).toBe(200);
  world.returnDatabase();
  const isKept = async () => (await world.events()).length === 2;
  await expect.poll(isKept, { timeout: 15_000 }).toBe(true);
});

describe("ONAPPUNINSTALL", () => {
  const stateOf = async (memberId: string) => (await world.portals.byMemberId(memberId))?.state;

  test("with the portal's token removes it", async () => {
    await world.newPortal("leaving");
    expect((await world.post(URL, appLife("ONAPPUNINSTALL", "leaving"))).statusCode).toBe(200);
    expect(await stateOf("leaving")).toBe("removed");
  });

  test("that comes while the database is away removes it when that is back", async () => {
    await world.newPortal("leaving");
    await world.post(URL, appLife("ONAPPUNINSTALL", "leaving", "wrong"));
    world.loseDatabase();
    expect((await world.post(URL, appLife("ONAPPUNINSTALL", "leaving"))).statusCode).toBe(200);
    world.returnDatabase();
    await expect.poll(() => stateOf("leaving"), { timeout: 15_000 }).toBe("removed");
  });

  test("of an installation that was followed by another removes nothing", async () => {
    const { domain, clientEndpoint, serverEndpoint, id } = await world.newPortal("again");
    await world.post(URL, appLife("ONAPPUNINSTALL", "again", "wrong"));
    const addresses = { domain, clientEndpoint: clientEndpoint ?? "", serverEndpoint: serverEndpoint ?? "" };
    await world.portals.keepInstall({ memberId: "again", ...addresses, applicationToken: "of-the-second" });
    await world.portals.setState(id, "active");
    expect((await world.post(URL, appLife("ONAPPUNINSTALL", "again", "of-the-second-but-wrong"))).statusCode).toBe(401);
    expect((await world.post(URL, appLife("ONAPPUNINSTALL", "again"))).statusCode).toBe(200);
    expect(await stateOf("again")).toBe("active");
  });

  test.each([
    ["a wrong token", "staying", "wrong"],
    ["another portal's token", "staying", "other-application"],
    ["an unknown portal", "nobody", "nobody-application"],
  ])("with %s removes nothing", async (_, memberId, token) => {
    await world.newPortal("staying");
    await world.newPortal("other");
    expect((await world.post(URL, appLife("ONAPPUNINSTALL", memberId, token))).statusCode).toBe(401);
    expect([await stateOf("staying"), await stateOf("other")]).toEqual(["active", "active"]);
  });
});

test("another event is told which ones are taken here", async () => {
  const answer = await world.post(URL, appLife("ONIMBOTMESSAGEADD", "new"));
  expect([answer.statusCode, answer.json().message]).toEqual([400, expect.stringContaining("ONAPPINSTALL")]);
});
