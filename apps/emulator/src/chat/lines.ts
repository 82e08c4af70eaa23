import { createHash } from "node:crypto";

import type { Portal } from "../portal.ts";
import type { Bot, Chat, Session } from "../state/model.ts";
import type { OpenLine, QueueEntry } from "../state/open-line.ts";
import type { State } from "../state/state.ts";
import { nextId } from "../state/state.ts";
import { LINE_DEFAULTS } from "./line-settings.ts";

const NOBODY = 0;

/** The open lines of the portal. One is there from the start: everybody who is an operator serves it. */
export function linesOf(state: State): OpenLine[] {
  if (state.counters["line"] === undefined) {
    const at = new Date(0).toISOString();
    addLine(state, { name: state.lineName, queue: null, settings: { QUEUE_TYPE: "all" } }, NOBODY, at);
  }
  return [...state.openLines.values()];
}

export function addLine(
  state: State,
  input: Pick<OpenLine, "name" | "queue" | "settings"> & { isActive?: boolean },
  userId: number,
  at: string,
): OpenLine {
  if (state.counters["line"] === undefined && userId !== NOBODY) linesOf(state);
  const id = nextId(state, "line");
  const networkCode = createHash("sha256").update(`${state.memberId}:line:${id}`).digest("hex").slice(0, 32);
  const times = { createdAt: at, modifiedAt: at, modifiedBy: userId };
  const line: OpenLine = { isActive: true, ...input, id, networkCode, ...times };
  state.openLines.set(id, line);
  return line;
}

export function findLine(state: State, id: number): OpenLine | null {
  return linesOf(state).find((line) => line.id === id) ?? null;
}

/** The line of a session, or of the chat itself while it has none; the first one when the line was deleted. */
export function lineOf(state: State, chat: Chat, session: Session | null): OpenLine | null {
  const id = session?.lineId ?? Number(chat.entityId.split("|")[1]);
  return findLine(state, id) ?? linesOf(state)[0] ?? null;
}

/** A setting as the line has it, or its usual value. */
export function settingOf(line: OpenLine, name: string): string {
  const value = line.settings[name] ?? LINE_DEFAULTS[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** The operators of a line in the order of its queue: people with an account, no matter through which entry. */
export function operatorsOf(state: State, line: OpenLine): number[] {
  const people = [...state.people.values()];
  const ids =
    line.queue === null
      ? people.filter(({ role }) => role === "operator").map(({ id }) => id)
      : line.queue.flatMap((entry) => peopleOf(state, entry));
  return [...new Set(ids)];
}

function peopleOf(state: State, { type, id }: QueueEntry): number[] {
  if (type === "department") {
    return [...state.profiles.values()].filter(({ departmentIds }) => departmentIds.includes(id)).map((one) => one.id);
  }
  const person = state.people.get(id);
  return person === undefined || person.role === "client" || person.role === "bot" ? [] : [id];
}

/** True for a bot that may stand in an open line: of type `openline`, or a hybrid that says so. */
export function servesOpenLines(bot: Bot): boolean {
  return bot.type === "openline" || bot.isSupportOpenline;
}

/**
 * The bot that welcomes a line's clients: the one that its settings name. A line whose settings say nothing of bots gives
 * the place to the first one registered that serves lines, so that a new portal needs no clicks.
 */
export function welcomeBotOf({ state }: Portal, line: OpenLine | null): Bot | null {
  if (line === null) return null;
  const isEnabled = line.settings["WELCOME_BOT_ENABLE"];
  if (isEnabled === undefined && line.queue === null) {
    return [...state.bots.values()].find(servesOpenLines) ?? null;
  }
  if (settingOf(line, "WELCOME_BOT_ENABLE") !== "Y") return null;
  return state.bots.get(Number(settingOf(line, "WELCOME_BOT_ID"))) ?? null;
}
