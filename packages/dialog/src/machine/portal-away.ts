import { AppError } from "@botdeck/core";

import { commandTexts } from "../commands/texts.ts";
import type { Input } from "./input.ts";
import type { Decision } from "./step.ts";
import type { Turn } from "./turn.ts";

/**
 * What an employee is told when the portal did not answer while an internal bot looked something up there: the runtime would try
 * for a while and give up without a word. These words may leave only when the portal is back. The bot stays where it was, so that the same words do when they are said again.
 *
 * @returns Null where it is for the runtime to try again: any other error, a step that nobody waits for, or one that had
 *   decided about more than words.
 */
export function portalAway(error: unknown, turn: Turn, input: Input): Omit<Decision, "state"> | null {
  const { bot, surroundings } = turn;
  if (bot.kind === "client" || !isPortalAway(error) || !isAsked(turn, input) || hasDecided(turn)) return null;
  const text = commandTexts(surroundings.language)("portalAway");
  return {
    effects: [{ kind: "chat.send", dialogId: surroundings.dialog.id, text }],
    understood: null,
    outcomes: [],
    rating: null,
    handOver: null,
  };
}

/** An error that says in its facts what is `away` is about our own database: who runs the event waits for that. */
function isPortalAway(error: unknown): boolean {
  if (!(error instanceof AppError) || (error.code !== "unreachable" && error.code !== "rate_limited")) return false;
  for (let link: unknown = error, depth = 0; link instanceof Error && depth < 5; link = link.cause, depth++) {
    if (link instanceof AppError && "away" in link.context) return false;
  }
  return true;
}

function isAsked({ said }: Turn, input: Input): boolean {
  if (input.kind !== "message") return input.kind === "command";
  // Files that could not be fetched are tried for anew before they are done without: they would have to be sent again.
  return input.files.length === 0 || said.files.length > 0;
}

const hasDecided = ({ effects, lateEffects, decided }: Turn): boolean =>
  effects.length + lateEffects.length > 0 || decided.owner !== undefined || decided.handOver !== null;
