import type { Button } from "@botdeck/core";

import type { KeyboardButton } from "../methods/imbot.ts";

/**
 * Lays rows of buttons out as Bitrix24 wants them: one flat list with line ends in between. A `say` button makes the
 * person's client send its text, so the bot gets an ordinary message.
 *
 * @see Bitrix24 docs: chat-bots-v2/imbot.v2/messages/message-keyboards
 */
export function toKeyboard(rows: readonly (readonly Button[])[]): KeyboardButton[] {
  return rows
    .filter((row) => row.length > 0)
    .flatMap((row, index) => {
      const buttons = row.map(toKeyboardButton);
      return index === 0 ? buttons : [{ TYPE: "NEWLINE" } as const, ...buttons];
    });
}

function toKeyboardButton(button: Button): KeyboardButton {
  const face = { TEXT: button.text, DISPLAY: "LINE" } as const;
  switch (button.kind) {
    case "say":
      return { ...face, ACTION: "SEND", ACTION_VALUE: button.say ?? button.text };
    case "command":
      return { ...face, COMMAND: button.command.replace(/^\//, ""), COMMAND_PARAMS: button.params };
    case "link":
      return { ...face, LINK: button.url };
  }
}
