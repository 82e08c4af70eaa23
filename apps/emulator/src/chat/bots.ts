import { deliver } from "../events/deliver.ts";
import type { Portal } from "../portal.ts";
import type { Bot, Person } from "../state/model.ts";
import { nextId } from "../state/state.ts";
import { removeMember } from "./chats.ts";
import { leaveLine } from "./open-line.ts";

export const BOT_COLOR = "#5b54c9";

/** Adds a bot and the person that stands for it. */
export function createBot(
  portal: Portal,
  bot: Omit<Bot, "id">,
  person: Pick<Person, "firstName" | "lastName" | "workPosition" | "gender" | "language"> &
    Partial<Pick<Person, "color" | "avatar">>,
): Bot {
  const id = nextId(portal.state, "person");
  const created: Bot = { ...bot, id };
  const face: Person = { color: BOT_COLOR, ...person, id, role: "bot" };
  portal.state.people.set(id, face);
  portal.state.bots.set(id, created);
  portal.live.publish({ type: "people", person: face });
  return created;
}

/** Takes a bot off the portal; what it wrote stays. The last thing it hears is that it is gone. */
export function removeBot(portal: Portal, bot: Bot, byPersonId: number): void {
  for (const chat of portal.state.chats.values()) {
    if (chat.kind === "open_line") leaveLine(portal, chat, bot);
    // A private dialog stays the dialog of the two, as it is with people who have left.
    if (chat.kind !== "private") removeMember(portal, chat, bot.id);
  }
  for (const command of portal.state.commands.values()) {
    if (command.botId === bot.id) portal.state.commands.delete(command.id);
  }
  deliver(portal, bot, { kind: "delete", actorId: byPersonId });
  for (const event of portal.state.queuedEvents.values()) {
    if (event.botId === bot.id) portal.state.queuedEvents.delete(event.id);
  }
  portal.state.bots.delete(bot.id);
}
