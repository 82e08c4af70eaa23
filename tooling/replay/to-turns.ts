import type { RecordedMessage } from "@botdeck/db";
import { type Offered, pressedOf } from "@botdeck/dialog/dialogs";

import type { Fixture } from "./fixture.ts";
import { entitiesOf } from "./redact/own-facts.ts";
import type { createRedactor } from "./redact/create-redactor.ts";

/**
 * What was said between the client and the bot. Left out are operators' words and those of the client that no bot was asked
 * about, because a person had the conversation.
 */
export function toTurns(
  messages: readonly RecordedMessage[],
  redact: ReturnType<typeof createRedactor>,
): Fixture["turns"] {
  const turns: Fixture["turns"] = [];
  let lastAt: Date | null = null;
  let offered: Offered[] = [];
  let isWithPeople = false;
  for (const { author, text, buttons, files, understood, at } of messages) {
    const words = redact(text, entitiesOf(understood), at.toISOString().slice(0, 10));
    const isHeard = author === "client" && understood !== null;
    if (author === "bot") {
      turns.push({ bot: words });
      offered = (buttons ?? []).flat().map((button, value) => ({ text: button.text, value }));
    }
    if (isHeard) {
      const pressed = pressedOf(offered, text);
      turns.push({
        client: words,
        afterMs: lastAt === null ? 0 : Math.max(0, at.getTime() - lastAt.getTime()),
        ...(files !== null && files.length > 0 && { files: files.map(({ name }, index) => fileName(name, index)) }),
        ...(pressed !== null && { pressed: { place: Number(pressed.value), of: offered.length } }),
        ...(isWithPeople && { isBack: true }),
      });
      lastAt = at;
    }
    // A note for operators is a message of the system.
    if (author !== "bot") isWithPeople = !isHeard;
  }
  return turns;
}

/** Its name may tell whose it is; its ending tells what it was taken for. */
function fileName(name: string | null, index: number): string {
  const ending = /\.([a-z\d]{1,5})$/i.exec(name ?? "")?.[1]?.toLowerCase() ?? "bin";
  return `file-${index + 1}.${ending}`;
}
