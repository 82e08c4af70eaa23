import { createOAuthTokens, createPortals, createSecretBox, eventToken, oauthToken } from "@botdeck/db";
import { waitUntil } from "@botdeck/local-stack";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { type Deployment, startDeployment } from "./system/deployment.ts";
import { playEmployee } from "./system/employee.ts";

/** Two employees of the emulated portal. */
const [EMMA, PAVEL] = ["3", "4"];
const ROUNDS = 5;
const DEALS = 2;

async function setup() {
  const deployment = await startDeployment(undefined, { scopes: ["crm", "department"] });
  const box = createSecretBox(deployment.environment["BOTDECK_SECRET_KEY"] ?? "");
  const portals = createPortals(deployment.db, box);
  const findSales = async () => {
    const [portal] = await portals.inState("active");
    const bots = portal === undefined ? [] : await portals.botsOf(portal.id);
    const sales = bots.find(({ code, state, keepsTokens }) => code === "sales" && state === "active" && keepsTokens);
    return portal === undefined || sales === undefined ? null : { portal, botUserId: sales.bitrixBotId ?? "" };
  };
  await waitUntil(async () => (await findSales()) !== null, { timeoutMs: 60_000 });
  const { portal, botUserId } = (await findSales()) ?? expect.fail("the sales bot was not at work in time");
  const play = (personId: string) => playEmployee(deployment.portalUrl, personId, botUserId);
  return { deployment, box, portals, portal, emma: await play(EMMA), pavel: await play(PAVEL) };
}

/** A deal that stands first on the list of whoever it belongs to: far along, and dear. */
async function addDeal({ portalUrl }: Deployment, title: string, assignedById: string): Promise<void> {
  const fields = { title, assignedById, opened: "N", stageId: "FINAL_INVOICE", opportunity: 9_900_000 };
  const body = JSON.stringify({ as: "1", method: "crm.item.add", params: { entityTypeId: DEALS, fields } });
  const headers = { "content-type": "application/json" };
  const answer = await fetch(new URL("/emulator/api/act", portalUrl), { method: "POST", headers, body });
  expect(answer.status).toBe(200);
}

test("two people who give the same command at the same instant are answered each with what they may see", async () => {
  const { deployment, emma, pavel } = await setup();
  await addDeal(deployment, "Emma's secret desk", EMMA);
  await addDeal(deployment, "Pavel's secret lamp", PAVEL);

  for (let round = 0; round < ROUNDS; round++) {
    const people = round % 2 === 0 ? [emma, pavel] : [pavel, emma];
    await Promise.all(people.map((person) => person.write("/deals")));
    const [toEmma, toPavel] = await Promise.all([emma.hears(/open deals/i), pavel.hears(/открыт/i)]);
    expect(toEmma.text).toContain("Emma's secret desk");
    expect(toEmma.text).not.toContain("Pavel's secret lamp");
    expect(toPavel.text).toContain("Pavel's secret lamp");
    expect(toPavel.text).not.toContain("Emma's secret desk");
  }
});

test("a command whose person's tokens have all died asks them for permission, and goes on by itself when it is given", async () => {
  const { deployment, box, portals, portal, emma, pavel } = await setup();
  await addDeal(deployment, "Emma's secret desk", EMMA);
  await emma.write("/deals");
  await emma.hears(/secret desk/);

  // Hers end at the portal, while the platform believes that they live.
  await deployment.emulator.setFaults({ access: { areTokensExpired: true } });
  await emma.write("/deals");
  const asked = await emma.hears(/your permission/);
  await deployment.emulator.setFaults({});

  expect(await pavel.opens(asked)).toMatchObject({ status: 403, page: expect.stringMatching(/another person/) });
  expect(await emma.opens(asked)).toMatchObject({ status: 200 });
  expect((await emma.hears(/secret desk/)).text).toContain("Emma's secret desk");
  expect(await emma.opens(asked)).toMatchObject({ status: 410 });

  // What she gave is dead as well: its refresh token was used by somebody else.
  const { db, environment, portalUrl } = deployment;
  const { refreshToken } = await createOAuthTokens(db, box).get(portal.id, EMMA);
  await spend(portalUrl, refreshToken, environment);
  // From now on her links carry a code challenge, which the emulator holds to.
  await portals.setPkce(portal.id, true);
  await deployment.emulator.setFaults({ access: { areTokensExpired: true } });
  await db.update(eventToken).set({ expiresAt: new Date() }).where(eq(eventToken.userId, EMMA));
  await emma.write("/deals");
  const again = await emma.hears(/your permission/);
  await deployment.emulator.setFaults({});
  expect(await db.select({ state: oauthToken.state }).from(oauthToken).where(eq(oauthToken.userId, EMMA))).toEqual([
    { state: "reauth" },
  ]);
  expect(JSON.stringify(again.keyboard)).toContain("code_challenge=");
  expect(await emma.opens(again)).toMatchObject({ status: 200 });
  await emma.hears(/secret desk/);
});

async function spend(portalUrl: string, refreshToken: string, environment: Record<string, string>): Promise<void> {
  const query = new URLSearchParams({
    grant_type: "refresh_token",
    refresh_token: refreshToken,
    client_id: environment["B24_CLIENT_ID"] ?? "",
    client_secret: environment["B24_CLIENT_SECRET"] ?? "",
  });
  expect((await fetch(`${portalUrl}/oauth/token/?${query.toString()}`)).status).toBe(200);
}
