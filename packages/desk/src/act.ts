import { AppError, deskOwner, type Effect, type Owner } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import {
  type Actor,
  type Conversation,
  type Database,
  type DeskHold,
  laneOf,
  lockConversationById,
  noteActs,
  portalLoginOf,
  putEffects,
  readHold,
  type Transaction,
} from "@botdeck/db";

/** Somebody at the console. */
export type DeskPerson = {
  /** As what they do is written down; its id is their id of the console. */
  actor: Actor;
  /** As colleagues and clients know them. */
  name: string;
  /** May also act on what another operator leads. */
  isLead: boolean;
};

/** Which conversation, as whoever acts has seen it. */
export type Seen = {
  conversationId: string;
  /** `conversation.owner_version` that they saw. */
  expectedVersion: number;
};

/** One thing that a person of the console does to a conversation, which is locked. */
export type Act = {
  /** Keys of what it puts are made of it. */
  id: string;
  by: DeskPerson;
  conversation: Conversation;
  hold: DeskHold | null;
  /** Who they are on the conversation's portal; null as long as they have not proven it. */
  login: { id: string; name: string } | null;
};

/**
 * Begins an act: locks the conversation and holds it against what the person has seen.
 *
 * @throws AppError `not_found` when it is gone, `conflict` when it has changed hands since it was seen.
 */
export async function beginAct(
  tx: Transaction,
  by: DeskPerson,
  { conversationId, expectedVersion }: Seen,
): Promise<Act> {
  const conversation = await lockConversationById(tx, conversationId);
  if (conversation.ownerVersion !== expectedVersion) {
    const context = { conversationId, expectedVersion, ownerVersion: conversation.ownerVersion };
    throw new AppError("conflict", "The conversation has changed hands meanwhile. Look again.", { context });
  }
  return { id: newId(), by, conversation, ...(await standing(tx, by.actor.id, conversation)) };
}

/** Who holds a conversation at the console, and who this person is on its portal. */
export async function standing(
  db: Database,
  userId: string,
  conversation: Conversation,
): Promise<Pick<Act, "hold" | "login">> {
  const hold = await readHold(db, conversation);
  const login = await portalLoginOf(db, { userId, portalId: conversation.portalId });
  return { hold, login: login === null ? null : { id: login.personId, name: login.personName } };
}

/** The owner that a conversation gets when this person takes it. */
export function ownerBy({ by, login }: Pick<Act, "by" | "login">): Owner {
  return login === null ? deskOwner(by.actor.id) : `operator:${login.id}`;
}

/** All names by which this person may lead the conversation. */
export const ownersOf = ({ by, login }: Pick<Act, "by" | "login">): Owner[] => [
  deskOwner(by.actor.id),
  ...(login === null ? [] : [`operator:${login.id}` as const]),
];

/** True while this person leads the conversation, by their name of the console or as who they are on the portal. */
export function isTheirs(act: Pick<Act, "by" | "login" | "conversation">): boolean {
  return ownersOf(act).includes(act.conversation.owner);
}

/** @throws AppError `forbidden` when another operator leads the conversation and this person is no lead. */
export function refuseOthers(act: Act): void {
  const isOthers = act.conversation.owner.startsWith("operator:") && !isTheirs(act);
  if (!isOthers || act.by.isLead) return;
  const who = act.hold?.userName ?? "Another operator";
  throw new AppError("forbidden", `${who} leads this conversation: taking it from them needs the role lead.`);
}

/**
 * Puts what an act decided into the outbox, in the order of the dialog.
 *
 * @param lane Where it must not hold up the dialog.
 */
export async function putOfAct(
  tx: Transaction,
  { id, conversation }: Act,
  effects: readonly Effect[],
  { key = `desk:${id}`, lane = laneOfDialog(conversation) }: { key?: string; lane?: string } = {},
): Promise<string[]> {
  const { portalId, botId, id: conversationId } = conversation;
  const put = effects.map((effect, index) => ({
    key: index === 0 ? key : `${key}:${index}`,
    portalId,
    botId,
    conversationId,
    lane,
    effect,
  }));
  return (await putEffects(tx, put)).map((row) => row.key);
}

export const laneOfDialog = ({ botId, dialogId }: Conversation) => laneOf({ botId, dialog: { id: dialogId } });

/** What a person does with their own rights in a dialog: in order, and holding up nobody else while it waits for their permission. */
export const laneOfPerson = (conversation: Conversation, personId: string) =>
  `${laneOfDialog(conversation)}:by:${personId}`;

/** Writes down what was done. */
export async function noteAct(
  tx: Transaction,
  { by, conversation }: Act,
  action: string,
  detail: Record<string, unknown>,
): Promise<void> {
  await noteActs(tx, by.actor, [{ action: `conversation.${action}`, subjectId: conversation.id, detail }]);
}
