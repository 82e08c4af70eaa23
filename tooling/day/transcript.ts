import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Utterance } from "./play-conversation.ts";
import type { PlayedConversation } from "./play-day.ts";

/** Writes what was said in a conversation, and what came of it, into `<id>.txt`. */
export function writeTranscript(folder: string, { conversation, visit, result, failures }: PlayedConversation): void {
  mkdirSync(folder, { recursive: true });
  const lines = [
    `${conversation.id}: ${result}${failures.map((failure) => `\n  ${failure}`).join("")}`,
    `expected: ${JSON.stringify(conversation.expect)}`,
    `topic tag: ${visit.topic ?? "none"}, dialog ${visit.seat.dialogId}`,
    "",
    ...visit.transcript.map(utteranceLine),
  ];
  writeFileSync(join(folder, `${conversation.id.replaceAll(/[^\w.-]/g, "_")}.txt`), `${lines.join("\n")}\n`);
}

export function utteranceLine({ atMs, who, text }: Utterance): string {
  const indented = text.replaceAll("\n", `\n${" ".repeat(18)}`);
  return `${(atMs / 1_000).toFixed(2).padStart(8)} ${who.padEnd(6)}   ${indented}`;
}
