import type { Conversation, DeskHold } from "@botdeck/db";
import { type Act, type DeskPerson, isBotThere, isTheirs, voiceOf } from "@botdeck/desk";

import type { Session } from "../read-session.ts";
import { isAtLeast } from "../roles.ts";

type Given = {
  conversation: Conversation;
  portalDomain: string;
  hold: DeskHold | null;
  login: Act["login"];
  by: DeskPerson;
  session: Session;
  /** Whether they could show on this portal who they are. */
  canLink: boolean;
};

/** What whoever is signed in may do with a conversation, and how their words would get to the client. */
export function deskView({ conversation, portalDomain, hold, login, by, session, canLink }: Given) {
  const { owner, ownerVersion, dialogType, chatId } = conversation;
  const isMine = isTheirs({ by, login, conversation });
  const isOperator = isAtLeast(session.role, "operator");
  const isOthers = owner.startsWith("operator:") && !isMine;
  const mayTouch = isOperator && (!isOthers || by.isLead);
  const voice = voiceOf({ conversation, hold, login });
  const isOpenLine = dialogType === "open_line" && chatId !== null;
  const wouldTake = mayTouch && !isMine && dialogType !== "group";
  const isThere = isBotThere(conversation, hold);
  return {
    ownerVersion,
    isMine,
    /** Who of the console holds it; null when nobody of them does. */
    heldBy: hold?.userName ?? null,
    heldSince: hold?.takenAt.toISOString() ?? null,
    isBotThere: isThere,
    /** Who they are on the portal; null when that is not known. */
    linkedAs: login?.name ?? null,
    /** They are not known there, and can show who they are in their profile. */
    canLink: login === null && canLink,
    portalDomain,
    voice: voice.kind === "none" ? voice.why : voice.kind,
    may: {
      takeOver: wouldTake && voice.kind !== "none",
      reply: isOperator && isMine && voice.kind !== "none",
      giveBack: mayTouch && owner.startsWith("operator:") && isThere,
      passOn: mayTouch && isOpenLine && owner !== "closed" && voice.kind !== "none",
      setTopic: mayTouch,
      close: mayTouch && owner !== "closed",
      note: isOperator,
    },
    /** Where a lead would be needed to go on. */
    needsLead: isOperator && isOthers && !by.isLead,
    /** They might take it over, if any word of theirs got to the client. */
    isMute: wouldTake && voice.kind === "none",
    portalChatUrl: isOpenLine ? `https://${portalDomain}/online/?IM_DIALOG=chat${chatId}` : null,
  };
}
