import { addFolder } from "../disk/objects.ts";
import { commonStorage, rootOf, userStorage, type Disk } from "../disk/storages.ts";
import { employeesOf } from "../people/profiles.ts";
import type { State } from "../state/state.ts";

/** The company's drive is the first thing on the disk: its root, "Documents", and then this folder. */
const PRICE_LISTS_ID = 3;

/** A drive for everybody with an account and one for the company, with a few folders to put things into. */
export function seedDisk(state: State): void {
  const disk: Disk = { state, now: () => new Date() };
  const company = rootOf(state, commonStorage(disk));
  const [first] = employeesOf(state);
  if (company !== null && first !== undefined) {
    const documents = addFolder(disk, company, "Documents", first.id);
    addFolder(disk, documents, "Price lists", first.id);
    addFolder(disk, company, "Шаблоны", first.id);
  }
  for (const person of employeesOf(state)) userStorage(disk, person.id);
}

const PRICES = ["Product;Price", "Desk lamp;39", "Настольная лампа;39", ""].join("\n");

/** The files of the demo portal, put there by the disk's own method since they have bytes. */
export const DEMO_DISK = {
  calls: [
    {
      method: "disk.folder.uploadFile",
      params: {
        id: PRICE_LISTS_ID,
        data: { NAME: "Prices.csv" },
        fileContent: ["Prices.csv", Buffer.from(PRICES).toString("base64")],
      },
    },
  ],
};
