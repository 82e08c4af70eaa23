import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { runConversationFile } from "@botdeck/testing/conversation-file";
import { expect, test } from "vitest";

import { STAGES } from "../stages.ts";

/** The first one waits until the bot has learned from its examples. */
const TIMEOUT_MS = 60_000;

/** A test for each conversation that is written down in a folder. */
export function playScripts(folder: string): void {
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  test.each(files)(
    "%s goes as it is written",
    async (file) => {
      const text = readFileSync(join(folder, file), "utf8");
      const { line, reason, log } = await runConversationFile(file, text, STAGES);
      expect(reason, `${file}:${line}\n${log.join("\n")}`).toBeNull();
    },
    TIMEOUT_MS,
  );
}
