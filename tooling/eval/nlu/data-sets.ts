import type { Example } from "@botdeck/dialog";

import { readRows } from "./read-rows.ts";

/** What may be measured with the files in `data`; where they come from stands in its README. */
export const DATA_SETS = [
  "b24support-ru",
  "b24support-en",
  "b24support-mixed",
  "hint3-curekart",
  "hint3-sofmattress",
  "hint3-powerplay11",
  "hwu20-ru",
  "nlu-ru",
  "massive-ru-10",
  "massive-ru-30",
  "hwu64-10",
  "hwu64-30",
  "banking77-10",
  "clinc150-10",
] as const;
export type DataSet = (typeof DATA_SETS)[number];

/** Two sets that differ in their training phrases only. */
const TEST_FILES = new Map<DataSet, string>([
  ["massive-ru-10", "massive-ru"],
  ["massive-ru-30", "massive-ru"],
]);

export function readDataSet(name: DataSet): { train: Example[]; test: Example[] } {
  if (name === "b24support-mixed") {
    const [russian, english] = [readDataSet("b24support-ru"), readDataSet("b24support-en")];
    return { train: [...russian.train, ...english.train], test: [...russian.test, ...english.test] };
  }
  return { train: rowsOf(`${name}.train`), test: rowsOf(`${TEST_FILES.get(name) ?? name}.test`) };
}

function rowsOf(file: string): Example[] {
  return readRows(new URL(`../data/${file}.jsonl`, import.meta.url).pathname);
}
