import { isDeepStrictEqual } from "node:util";

import type { AnyBot } from "@botdeck/dialog";
import { z } from "zod";

import { usableSettings } from "./usable-settings.ts";

const Fields = z.record(z.string(), z.unknown());
type Fields = z.output<typeof Fields>;

type Change = { field: string; line: string };

/** What a bot works with, a setting a line: which are defaults, and why where something else was set. */
export function settingsLines(definition: Pick<AnyBot, "settings">, stored: Fields): string[] {
  const { settings, wrong } = usableSettings(definition, stored);
  const effective = Fields.parse(settings);
  const width = Math.max(0, ...Object.keys({ ...effective, ...stored }).map(({ length }) => length));
  const line = (field: string, value: unknown, note: string) =>
    `  ${field.padEnd(width)}  ${JSON.stringify(value)}${note === "" ? "" : `  ${note}`}`;
  const known = Object.entries(effective).map(([field, value]) => {
    const problem = wrong.find((each) => each.field.split(".")[0] === field);
    if (problem !== undefined && Object.hasOwn(stored, field)) {
      return line(field, value, `default: ${JSON.stringify(stored[field])} is wrong (${problem.message})`);
    }
    return line(field, value, Object.hasOwn(stored, field) ? "" : "default");
  });
  const unknown = Object.keys(stored).filter((field) => !Object.hasOwn(effective, field));
  const rules = wrong
    .filter(({ field }) => field === "settings")
    .map(({ message }) => `  all are defaults: ${message}`);
  return [...known, ...unknown.map((field) => line(field, stored[field], "unknown to the bot")), ...rules];
}

/** What is set otherwise now, a field each: `returnDays: 14 (default) → 30`. */
export function settingsChanges(definition: Pick<AnyBot, "settings">, before: Fields, after: Fields): Change[] {
  const defaults = Fields.parse(usableSettings(definition, {}).settings);
  const told = (set: Fields, field: string) => {
    if (Object.hasOwn(set, field)) return JSON.stringify(set[field]);
    return Object.hasOwn(defaults, field) ? `${JSON.stringify(defaults[field])} (default)` : "nothing";
  };
  return Object.keys({ ...defaults, ...before, ...after })
    .filter((field) => !isDeepStrictEqual(before[field], after[field]))
    .map((field) => ({ field, line: `  ${field}: ${told(before, field)} → ${told(after, field)}` }));
}
