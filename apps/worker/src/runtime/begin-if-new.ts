import { beginConversation, type SeenConversation, type Transaction } from "@botdeck/db";

/** The conversation as it is there; null when somebody else has begun it meanwhile. */
export const beginIfNew = async (tx: Transaction, seen: SeenConversation): Promise<SeenConversation | null> =>
  seen.version === null ? await beginConversation(tx, seen) : seen;
