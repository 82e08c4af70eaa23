import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { startEmulator } from "./emulator.ts";

export type Settler = {
  firstName: string;
  role: "client" | "operator" | "manager" | "employee";
  /** As the portal knows it; E.164. */
  phone?: string;
  /** A path below the company, such as `Design`; whoever is named first in one leads it. */
  department?: string;
};

/**
 * Settles people on the portal of a data folder before its first start, which then finds that portal there.
 *
 * @param people The manager comes first: the emulator wants it so. All of them speak English.
 */
export async function populatePortal(home: string, people: readonly Settler[]): Promise<void> {
  const folder = join(home, "emulator");
  const seedFile = join(home, "people.json");
  mkdirSync(folder);
  const seed = people.map((person) => ({ ...person, lastName: `(${person.role})`, language: "en" }));
  writeFileSync(seedFile, JSON.stringify({ people: seed }));
  const environment = { EMULATOR_STATE_FILE: join(folder, "state.json") };
  const emulator = await startEmulator({ args: ["--seed", seedFile], environment });
  await emulator.interrupt();
}
