import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { AppError, messageOf } from "@botdeck/core";
import type { z } from "zod";

import { DayLine, type Conversation, type Order, type Product } from "./day-line.ts";

export type Day = {
  orders: Order[];
  products: Product[];
  conversations: Conversation[];
  /** Where the photos of the turns lie. */
  photoFolder: string;
};

/** @throws AppError `invalid` that names every faulty line, and what is wrong in it. */
export function readDayFile(path: string): Day {
  const photoFolder = join(dirname(path), "files");
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new AppError("invalid", `The conversations cannot be read: ${messageOf(cause)}`, { cause });
  }
  return parseDay(text, { path, photoFolder, hasPhoto: (name) => existsSync(join(photoFolder, name)) });
}

type Place = Pick<Day, "photoFolder"> & { path: string; hasPhoto: (name: string) => boolean };

/** @throws AppError `invalid`, as above. */
export function parseDay(text: string, { path, photoFolder, hasPhoto }: Place): Day {
  const day: Day = { orders: [], products: [], conversations: [], photoFolder };
  const faults: string[] = [];
  const lineOf = new Map<string, number>();
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    if (content.trim() === "") continue;
    const number = index + 1;
    const { line, faults: found } = parseLine(content);
    faults.push(...found.map((fault) => `${path}:${number}: ${fault}`));
    if (line?.type === "order") day.orders.push(line);
    if (line?.type === "product") day.products.push(line);
    if (line?.type !== "conversation") continue;
    day.conversations.push(line);
    const earlier = lineOf.get(line.id);
    if (earlier !== undefined) faults.push(`${path}:${number}: id: "${line.id}" is taken by line ${earlier}`);
    lineOf.set(line.id, number);
    for (const [turn, { photo }] of line.turns.entries()) {
      if (photo === undefined || hasPhoto(photo)) continue;
      faults.push(`${path}:${number}: turns[${turn}].photo: there is no ${join(photoFolder, photo)}`);
    }
  }
  if (faults.length > 0) throw new AppError("invalid", faults.join("\n"));
  return day;
}

function parseLine(content: string): { line: DayLine | null; faults: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { line: null, faults: [`is not JSON: ${messageOf(error)}`] };
  }
  const line = DayLine.safeParse(value);
  return line.success ? { line: line.data, faults: [] } : { line: null, faults: line.error.issues.map(issueText) };
}

function issueText({ path, message }: z.core.$ZodIssue): string {
  const place = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return `${place.replace(/^\./, "") || "line"}: ${message}`;
}
