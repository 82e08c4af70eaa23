import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, onTestFinished, test } from "vitest";

import { createPortal } from "../create-portal.ts";
import { Seed, seedState } from "../seed.ts";
import { plantSeed } from "./plant-seed.ts";
import { readSeedFile } from "./read-seed-file.ts";

async function seedFile(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "seed-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "seed.json");
  await writeFile(path, content);
  return path;
}

const people = [
  { firstName: "Vera", role: "manager" as const, language: "en" as const },
  { firstName: "Emma", role: "employee" as const, language: "en" as const },
];

function portalOf(seed: Seed) {
  return createPortal({ state: seedState(seed), origin: () => "http://127.0.0.1" });
}

test("a seed's rows are added by the portal's own methods, in order", async () => {
  const seed = await readSeedFile(
    await seedFile(
      JSON.stringify({
        people,
        departments: [{ NAME: "Sales", PARENT: 1 }],
        companies: [{ TITLE: "Demo company" }],
        contacts: [{ NAME: "Anna", COMPANY_ID: 1 }],
        leads: [{ TITLE: "Question from the site" }],
        deals: [{ TITLE: "Two chairs", OPPORTUNITY: 120, CONTACT_ID: 1 }],
        tasks: [{ TITLE: "Call back", RESPONSIBLE_ID: 2 }],
        calls: [{ method: "crm.deal.update", params: { id: 1, fields: { STAGE_ID: "WON" } } }],
      }),
    ),
  );
  const portal = portalOf(seed);

  await plantSeed(portal, seed);

  expect([...portal.state.leads.values()].map(({ title }) => title)).toEqual(["Question from the site"]);
  expect([...portal.state.deals.values()]).toMatchObject([{ title: "Two chairs", opportunity: 120, stageId: "WON" }]);
  expect([...portal.state.tasks.values()]).toMatchObject([{ title: "Call back", responsibleId: 2 }]);
  expect([...portal.state.departments.values()].map(({ name }) => name)).toContain("Sales");
});

test("a seed that does not fit says where", async () => {
  const wrongForm = await seedFile(JSON.stringify({ people: [{ ...people[0], role: "boss" }], tasks: "none" }));
  await expect(readSeedFile(wrongForm)).rejects.toThrow(
    /seed\.json does not fit[\s\S]*at tasks[\s\S]*at people\[0\]\.role/,
  );
  await expect(readSeedFile(await seedFile("{"))).rejects.toThrow(/seed\.json is not JSON/);
  await expect(readSeedFile("/nonexistent/seed.json")).rejects.toThrow(/cannot be read/);

  const seed = Seed.parse({ people, tasks: [{ TITLE: "A", RESPONSIBLE_ID: 1 }, { RESPONSIBLE_ID: 1 }] });
  await expect(plantSeed(portalOf(seed), seed)).rejects.toThrow(/at tasks\[1\]: tasks\.task\.add answered/);
});
