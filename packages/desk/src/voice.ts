import { AppError } from "@botdeck/core";
import type { Conversation, DeskHold } from "@botdeck/db";

import type { Act } from "./act.ts";

/** How what somebody at the console writes gets to the client. */
export type Voice =
  /** The bot carries it. */
  | { kind: "bot" }
  /** They write themselves, with their own rights: the bot is not in the chat any more. */
  | { kind: "person"; personId: string }
  /**
   * `over`: nothing says that words get to the client of a session that has ended. `not_linked`: people have the dialog on the portal,
   * and nobody knows who of them this person is.
   */
  | { kind: "none"; why: "over" | "not_linked" | "no_chat" };

const WHY_NONE: Record<Extract<Voice, { kind: "none" }>["why"], string> = {
  over: "The dialog is closed, and the bot is not in it any more. The client's next message opens it again; to write first, begin it anew on the portal.",
  not_linked:
    "The bot has left this dialog on the portal, and nobody knows who you are there. Link your Bitrix24 account in your profile (Access, My profile, Bitrix24), then come back; or answer on the portal.",
  no_chat: "The portal does not say which chat this is: answer there.",
};

/** @throws AppError `conflict` when no words of this person get to the client. */
export function refuseMute(voice: Voice): asserts voice is Exclude<Voice, { kind: "none" }> {
  if (voice.kind === "none") throw new AppError("conflict", WHY_NONE[voice.why], { context: { why: voice.why } });
}

/** True while the bot is in the portal's chat. It leaves an open line when the dialog goes to people there. */
export function isBotThere(
  { dialogType, owner }: Pick<Conversation, "dialogType" | "owner">,
  hold: Pick<DeskHold, "isBotThere"> | null,
): boolean {
  if (dialogType !== "open_line") return true;
  return hold === null ? owner === "bot" : hold.isBotThere;
}

/** How this person's words would get to the client. */
export function voiceOf({ conversation, hold, login }: Pick<Act, "conversation" | "hold" | "login">): Voice {
  if (isBotThere(conversation, hold)) return { kind: "bot" };
  if (conversation.chatId === null) return { kind: "none", why: "no_chat" };
  if (conversation.owner === "closed") return { kind: "none", why: "over" };
  return login === null ? { kind: "none", why: "not_linked" } : { kind: "person", personId: login.id };
}
