import { deskOwner } from "@botdeck/core";
import { eq, type SQL, sql } from "drizzle-orm";

import { conversation, portal } from "../schema/index.ts";
import { isPersonNamed } from "./conversation-search.ts";
import { PortalDesk } from "./portal-desk.ts";

/** The part of an owner before the colon: which of the console's queues a conversation stands in. */
export const CONVERSATION_QUEUE = ["queue", "bot", "operator", "closed"] as const;
export type ConversationQueue = (typeof CONVERSATION_QUEUE)[number];

/** Null asks for nothing. */
export type ConversationFilter = {
  queue: ConversationQueue | null;
  portalId: string | null;
  botId?: string | null;
  lineId?: string | null;
  topic?: string | null;
  /** Beginnings of the client's names, as somebody types them. */
  person?: string | null;
  /** Led by this person of the console. */
  leaderId?: string | null;
  /** Only clients who wait for a person for longer than their portal allows. */
  isLate?: boolean;
};

const { breachSeconds: DEFAULT_BREACH_SECONDS } = PortalDesk.parse({}).sla;

/** What a row has to be for a filter. Needs `portal` joined. @param isCommon Of the name that is looked for. */
export function conditionsOf(filter: ConversationFilter, isCommon: boolean): (SQL | undefined)[] {
  const { queue, portalId, botId = null, lineId = null, topic = null, person = null, leaderId = null } = filter;
  return [
    queue === null ? undefined : eq(conversation.queue, queue),
    portalId === null ? undefined : eq(conversation.portalId, portalId),
    botId === null ? undefined : eq(conversation.botId, botId),
    lineId === null ? undefined : eq(conversation.lineId, lineId),
    topic === null ? undefined : eq(conversation.topic, topic),
    person === null ? undefined : (isPersonNamed(person, { isCommon, portalId }) ?? undefined),
    leaderId === null ? undefined : isLedBy(leaderId),
    filter.isLate === true ? isLate : undefined,
  ];
}

const isLate = sql`${conversation.waitingSince} < now() - make_interval(
  secs => coalesce((${portal.desk} #>> '{sla,breachSeconds}')::int, ${DEFAULT_BREACH_SECONDS}::int))`;

/**
 * By their name of the console, or as who they are on the portal. Gathered by owner first: in the order of the list all that
 * operators have would be looked through for the few.
 */
const isLedBy = (userId: string): SQL => sql`${conversation.id} = any(array(
  select led.id from conversation led
  where led.queue = 'operator' and led.owner = any(array(
    select ${deskOwner(userId)} union all select 'operator:' || linked.person_id from portal_login linked where linked.user_id = ${userId}
  )) and (led.owner = ${deskOwner(userId)} or exists (
    select 1 from portal_login linked
    where linked.user_id = ${userId} and linked.portal_id = led.portal_id and led.owner = 'operator:' || linked.person_id
  ))))`;
