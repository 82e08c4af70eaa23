import { TOPICS, type Topic } from "./day-line.ts";
import type { Message } from "./portal-views.ts";

const BB_CODE = /\[\/?(?:b|i|u|s|url|user|chat|send|put|call|code|color|size|icon|br|p|quote)(?:=[^\]]*)?\]/gi;
const TOPIC_TAG = new RegExp(`#(${TOPICS.join("|")})\\b`, "g");

/** What the client reads in a message, without its markup; the buttons' texts are a part of it. */
export function textOf({ text, keyboard, attach }: Message): string {
  const buttons = keyboard.flatMap(({ TEXT }) => (TEXT === undefined ? [] : [String(TEXT)]));
  return [text.replaceAll(BB_CODE, ""), ...leavesOf(attach), ...buttons].join("\n");
}

/** The button to press, by its place in the keyboard; null when none has such a text. */
export function findButton({ keyboard }: Message, pattern: string): number | null {
  const wanted = new RegExp(pattern, "iu");
  const index = keyboard.findIndex(
    ({ TYPE, TEXT, DISABLED }) => TYPE !== "NEWLINE" && DISABLED !== "Y" && wanted.test(String(TEXT ?? "")),
  );
  return index === -1 ? null : index;
}

/** What a client types who finds no button: the first alternative of its pattern, as a person would write it. */
export function firstAlternative(pattern: string): string {
  const [first = ""] = pattern.split("|");
  return first.replaceAll(/\\[bBdDwWsS]|[\\^$()[\]{}?*+]/g, "").trim() || pattern;
}

/** The last topic tag in a message for operators; null for none. */
export function topicOf({ text, attach }: Message): Topic | null {
  const tags = [...[text, ...leavesOf(attach)].join("\n").matchAll(TOPIC_TAG)];
  return TOPICS.find((topic) => topic === tags.at(-1)?.[1]) ?? null;
}

/** Every text inside an attachment. */
function leavesOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}
