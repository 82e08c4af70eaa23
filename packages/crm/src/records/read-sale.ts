import { type B24Client, type CallOptions, callTogether, command } from "@botdeck/b24-client";

import { LEAD } from "../clients/crm-item.ts";
import { answerOf } from "../clients/told.ts";
import { DEAL } from "../deals/stages.ts";
import type { RecordFacts } from "./record-facts.ts";
import { saleFacts, stageFacts } from "./sale-facts.ts";
import type { SaleWords } from "./sale-words.ts";

const TYPES = { lead: LEAD, deal: DEAL } as const;

type Asked = {
  kind: "lead" | "deal";
  id: string;
  /** Since when a step to another stage belongs to the change that is looked at; null does not ask. */
  movedSince: Date | null;
  words: SaleWords;
};

/**
 * A lead or a deal, and what it was before it came to its stage, in one request.
 *
 * @returns Null for one that is gone, or not the client's to see.
 * @see Bitrix24 docs: crm/universal/crm-item-get, crm/crm-stage-history-list
 */
export async function readSale(
  client: B24Client,
  { kind, id, movedSince, words }: Asked,
  options?: CallOptions,
): Promise<{ facts: RecordFacts; before: RecordFacts | null } | null> {
  const entityTypeId = TYPES[kind];
  const told = await callTogether(
    client,
    {
      item: command("crm.item.get", { entityTypeId, id }),
      steps:
        movedSince === null
          ? null
          : command("crm.stagehistory.list", { entityTypeId, filter: { OWNER_ID: id }, order: { ID: "DESC" } }),
    },
    options,
  );
  const item = answerOf(told.item)?.item;
  if (item?.id == null) return null;
  const facts = saleFacts(kind, item, words);
  const [latest, earlier] = (answerOf(told.steps)?.items ?? []) as readonly Step[]; // safe: a step has fields
  const isOfNow = movedSince !== null && Date.parse(latest?.CREATED_TIME ?? "") >= movedSince.getTime();
  const stageId = earlier?.STAGE_ID ?? earlier?.STATUS_ID;
  if (!isOfNow || stageId == null) return { facts, before: null };
  return { facts, before: { ...facts, ...stageFacts(kind, stageId, words) } };
}

/** Those of leads name it a status. */
type Step = { CREATED_TIME?: string | null; STAGE_ID?: string | null; STATUS_ID?: string | null };
