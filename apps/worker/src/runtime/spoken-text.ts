import type { BotEvent } from "@botdeck/core";
import { buttonsOfMessage, type Database } from "@botdeck/db";
import { type AnyBot, commandNamed, commandsOf, type Language } from "@botdeck/dialog";

type Spoken = BotEvent & { kind: "message.added" | "command.called" };
type Pressed = BotEvent & { kind: "command.called" };

export const isSpoken = (event: BotEvent): event is Spoken =>
  event.kind === "message.added" || event.kind === "command.called";

/** What the person wrote themselves: the message of a button that they pressed is the bot's. */
export const writtenIn = (event: BotEvent): string =>
  "message" in event && !isPressed(event) ? event.message.text : "";

/**
 * What the person says by an event, as the transcript shows it; a button is shown by its label. One that is not there any
 * more is shown by what its command does.
 */
export async function spokenText(
  db: Database,
  event: BotEvent,
  { conversationId, bot, language }: { conversationId: string; bot: AnyBot; language: Language },
): Promise<string> {
  if (!isPressed(event)) return writtenIn(event);
  const { name, params } = event.command;
  const buttons = await buttonsOfMessage(db, { conversationId, portalMessageId: event.message.id });
  const pressed = buttons.find(
    (button) => button.kind === "command" && button.command === name && button.params === params,
  );
  return pressed?.text ?? commandNamed(commandsOf(bot), name)?.title[language] ?? `/${name}`;
}

export const isPressed = (event: BotEvent): event is Pressed =>
  event.kind === "command.called" && event.command.context !== "textarea";
