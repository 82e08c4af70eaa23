import { type Conversation, saveConversation, type Transaction } from "@botdeck/db";
import { DialogState, type Place } from "@botdeck/dialog";

/**
 * Takes a conversation back from a workflow that leads it or watches over it, so that the bot answers again.
 *
 * @param conversation Locked.
 */
export async function releaseWorkflow(tx: Transaction, conversation: Conversation, workflowId: string): Promise<void> {
  const read = DialogState.safeParse(conversation.state);
  // One that this release cannot read is begun anew at the next message.
  if (!read.success) return;
  const state = releasedFrom(read.data, workflowId);
  if (state !== null) await saveConversation(tx, conversation, { state });
}

/** The state without the workflow; null when it has nothing to do with it. Pure. */
export function releasedFrom(state: DialogState, workflowId: string): DialogState | null {
  const { people, ...own } = state;
  const places = Object.entries(people);
  const isItsOwn = [own, ...Object.values(people)].some((place) => isOf(place, workflowId));
  if (!isItsOwn) return null;
  return {
    ...freed(own, workflowId),
    people: Object.fromEntries(places.map(([id, place]) => [id, { ...place, ...freed(place, workflowId) }])),
  };
}

/** True while the workflow has the word in the conversation, there or with one person of a group. */
export function leadsConversation({ state }: Pick<Conversation, "state">, workflowId: string): boolean {
  const read = DialogState.safeParse(state).data;
  if (read === undefined) return false;
  return [read, ...Object.values(read.people)].some(({ workflow }) => workflow?.id === workflowId);
}

const isOf = ({ workflow, handOver }: Place, workflowId: string) =>
  workflow?.id === workflowId || handOver === workflowId;

/** Buttons under its last question mean nothing any more. */
function freed(place: Place, workflowId: string): Place {
  return {
    ...place,
    ...(place.workflow?.id === workflowId && { workflow: null, offered: [] }),
    ...(place.handOver === workflowId && { handOver: null }),
  };
}
