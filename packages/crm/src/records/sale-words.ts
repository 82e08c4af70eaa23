import { type B24Client, type CallOptions, callTogether, command } from "@botdeck/b24-client";

import { must } from "../clients/told.ts";
import { outcomeOf, readStages, type StageOutcome } from "../deals/stages.ts";
import { keepByPortal, type KeptByPortal } from "../kept-by-portal.ts";

const KEPT_MS = 600_000;

type Stage = { name: string; outcome: StageOutcome };

/** What stages, funnels and sources are called on a portal. */
export type SaleWords = {
  leadStages: ReadonlyMap<string, Stage>;
  dealStages: ReadonlyMap<string, Stage>;
  funnels: ReadonlyMap<string, string>;
  sources: ReadonlyMap<string, string>;
};

/** The words of each portal, kept for ten minutes. */
export function createSaleWordsCache(now: () => number = Date.now): KeptByPortal<SaleWords> {
  return keepByPortal((client) => readSaleWords(client), { keptMs: KEPT_MS, now });
}

/** @see Bitrix24 docs: crm/status/crm-status-list; leads have the dictionary `STATUS` */
async function readSaleWords(client: B24Client, options?: CallOptions): Promise<SaleWords> {
  const dictionary = (ENTITY_ID: string) => command("crm.status.list", { filter: { ENTITY_ID } });
  const [stages, told] = await Promise.all([
    readStages(client, options),
    callTogether(client, { leads: dictionary("STATUS"), sources: dictionary("SOURCE") }, options),
  ]);
  const leads = must(told.leads).map(({ STATUS_ID, NAME, SEMANTICS, EXTRA }) => {
    const stage = { name: NAME ?? STATUS_ID ?? "", outcome: outcomeOf(SEMANTICS ?? EXTRA?.SEMANTICS) };
    return [STATUS_ID ?? "", stage] as const;
  });
  return {
    leadStages: new Map(leads),
    dealStages: stages.byId,
    funnels: new Map(stages.funnels.map(({ id, name }) => [id, name])),
    sources: new Map(must(told.sources).map(({ STATUS_ID, NAME }) => [STATUS_ID ?? "", NAME ?? STATUS_ID ?? ""])),
  };
}
