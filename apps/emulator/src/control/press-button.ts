import { AppError } from "@botdeck/core";

import { chatById } from "../chat/find.ts";
import { canSee } from "../chat/can-see.ts";
import { writeAs } from "../chat/write-as.ts";
import { deliver } from "../events/deliver.ts";
import type { Portal } from "../portal.ts";
import type { KeyboardButton, Message, Person } from "../state/model.ts";

/**
 * Presses one button of a message: a COMMAND tells its bot, `ACTION: "SEND"` writes its text as the person. Links and
 * the other actions happen in the reader's own window, so there is nothing to do.
 *
 * @throws AppError when there is no such button, or it is disabled.
 */
export function pressButton(
  portal: Portal,
  person: Person,
  message: Message,
  index: number,
): "command" | "message" | "nothing" {
  const chat = chatById(portal.state, message.chatId);
  const button = message.keyboard[index];
  if (!canSee(person, chat)) throw new AppError("forbidden", `Person ${person.id} is not in this dialog.`);
  if (button === undefined || button["TYPE"] === "NEWLINE") throw new AppError("not_found", `No button ${index} here.`);
  if (button["DISABLED"] === "Y") throw new AppError("conflict", "The button is disabled.");
  if (button["COMMAND"] !== undefined) return callCommand(portal, person, message, button);
  if (button["ACTION"] !== "SEND") return "nothing";
  writeAs(portal, person, chat, { text: String(button["ACTION_VALUE"] ?? button["TEXT"] ?? ""), fileIds: [] });
  return "message";
}

/** Only a registered command makes an event, as on a portal. */
function callCommand(portal: Portal, person: Person, message: Message, button: KeyboardButton): "command" | "nothing" {
  const bot = portal.state.bots.get(Number(button["BOT_ID"] ?? message.authorId));
  const name = String(button["COMMAND"]).replace(/^\//, "");
  const command = [...portal.state.commands.values()].find((item) => item.botId === bot?.id && item.name === name);
  if (bot === undefined || command === undefined) return "nothing";
  if (button["BLOCK"] === "Y") {
    button["DISABLED"] = "Y";
    portal.live.publish({ type: "message.updated", message });
  }
  const chat = chatById(portal.state, message.chatId);
  const params = String(button["COMMAND_PARAMS"] ?? "");
  deliver(portal, bot, { kind: "command", chat, message, command, params, context: "keyboard", actorId: person.id });
  return "command";
}
