import { type ClientCard, readClientCard } from "@botdeck/crm";
import type { PortalClients } from "@botdeck/portal-clients";

import type { Speaking } from "./portal-services.ts";

/** A visit seldom takes longer, and what it teaches the CRM the bot knows by itself; in milliseconds. */
const KEPT_MS = 600_000;
const MOST_CARDS = 5_000;

const NOBODY: ClientCard = { leadId: null, contactId: null, phone: null, ownPhone: null, name: null };

/** Who writes, as each portal's CRM knows them; asked once in ten minutes of a conversation. */
export function createClientCards({ clients, now }: { clients: Pick<PortalClients, "forPortal">; now: () => number }) {
  const kept = new Map<string, { card: ClientCard; until: number }>();

  return {
    /** What was read of late; null when nothing was. */
    known({ conversationId }: Pick<Speaking, "conversationId">): ClientCard | null {
      const known = kept.get(conversationId);
      return known !== undefined && now() < known.until ? known.card : null;
    },

    async of({ portalId, conversationId, dialog, person }: Speaking, signal: AbortSignal): Promise<ClientCard> {
      const { entityId, chatId } = dialog;
      if (entityId === null || chatId === null) return NOBODY;
      const known = kept.get(conversationId);
      if (known !== undefined && now() < known.until) return known.card;
      const client = await clients.forPortal(portalId);
      const who = { entityId, chatId, personId: person.id };
      const card = await readClientCard(client, who, { lane: "reply", signal });
      if (kept.size >= MOST_CARDS) kept.clear();
      kept.set(conversationId, { card, until: now() + KEPT_MS });
      return card;
    },
  };
}
