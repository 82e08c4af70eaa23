import { randomBytes } from "node:crypto";

const NAME = /^(?<order>\d{16})-(?<marker>[0-9a-f]{16})\.log$/;

/** Names sort in the order in which segments were begun; the marker of the frames is in the name in case the head is damaged. */
export function newSegmentName(order: number): { name: string; marker: Buffer } {
  const marker = randomBytes(8);
  return { name: `${String(order).padStart(16, "0")}-${marker.toString("hex")}.log`, marker };
}

/** Null for a file that is no segment, such as one that was set aside. */
export function parseSegmentName(name: string): { order: number; marker: Buffer } | null {
  const groups = NAME.exec(name)?.groups;
  if (groups?.["order"] === undefined || groups["marker"] === undefined) return null;
  return { order: Number(groups["order"]), marker: Buffer.from(groups["marker"], "hex") };
}
