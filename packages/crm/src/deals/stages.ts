import { type B24Client, type CallOptions, callTogether, command, type MethodResult } from "@botdeck/b24-client";

import { must } from "../clients/told.ts";
import { keepByPortal, type KeptByPortal } from "../kept-by-portal.ts";

/** Bitrix24 docs: crm/data-types, entityTypeId */
export const DEAL = 2;
const KEPT_MS = 600_000;
/** Stages of the funnel that every portal has; those of others end in the funnel's id. Bitrix24 docs: crm/status */
const DEFAULT_DICTIONARY = "DEAL_STAGE";

export type StageOutcome = "open" | "won" | "lost";

export type Stage = {
  /** Such as `NEW`, or `C1:NEW` outside of the default funnel. */
  id: string;
  name: string;
  categoryId: string;
  /** By how far a deal has come, within its funnel. */
  order: number;
  /** What it means for a deal: never by its name or id, which portals change. */
  outcome: StageOutcome;
};

export type Funnel = { id: string; name: string; stages: readonly Stage[] };

/** The funnels of deals, and their stages. */
export type Stages = {
  /** In the portal's order. */
  funnels: readonly Funnel[];
  byId: ReadonlyMap<string, Stage>;
  /** Ids of the stages in which a deal is under way. */
  open: readonly string[];
};

type StatusRow = MethodResult<"crm.status.list">[number];

/**
 * All funnels of deals with their stages, in two calls of one request; one more call for each funnel that the portal has
 * left out of the first list.
 *
 * @param client With rights to all funnels: whoever sees fewer would take deals of the others for none.
 * @see Bitrix24 docs: crm/universal/category/crm-category-list, crm/status/crm-status-list
 */
export async function readStages(client: B24Client, options?: CallOptions): Promise<Stages> {
  const told = await callTogether(
    client,
    {
      funnels: command("crm.category.list", { entityTypeId: DEAL }),
      statuses: command("crm.status.list", { order: { SORT: "ASC" } }),
    },
    options,
  );
  const categories = must(told.funnels).categories ?? [];
  const rows = [...must(told.statuses)];
  const missing = categories.flatMap(({ id }) => {
    const dictionary = dictionaryOf(id ?? "0");
    return rows.some(({ ENTITY_ID }) => ENTITY_ID === dictionary) ? [] : [dictionary];
  });
  if (missing.length > 0) {
    const commands = missing.map((ENTITY_ID) => {
      return [ENTITY_ID, command("crm.status.list", { filter: { ENTITY_ID } })] as const;
    });
    const others = await callTogether(client, Object.fromEntries(commands), options);
    rows.push(...Object.values(others).flatMap(must));
  }
  const funnels = categories
    .toSorted((one, other) => (one.sort ?? 0) - (other.sort ?? 0))
    .map(({ id, name }) => ({ id: id ?? "0", name: name ?? "", stages: stagesOf(rows, id ?? "0") }));
  const all = funnels.flatMap(({ stages }) => stages);
  return {
    funnels,
    byId: new Map(all.map((stage) => [stage.id, stage])),
    open: all.filter(({ outcome }) => outcome === "open").map(({ id }) => id),
  };
}

/** The stages of each portal, kept for ten minutes. */
export function createStageCache(now: () => number = Date.now): KeptByPortal<Stages> {
  return keepByPortal((client) => readStages(client), { keptMs: KEPT_MS, now });
}

const dictionaryOf = (categoryId: string) =>
  categoryId === "0" ? DEFAULT_DICTIONARY : `${DEFAULT_DICTIONARY}_${categoryId}`;

function stagesOf(rows: readonly StatusRow[], categoryId: string): Stage[] {
  return rows
    .filter(({ ENTITY_ID }) => ENTITY_ID === dictionaryOf(categoryId))
    .toSorted((one, other) => (one.SORT ?? 0) - (other.SORT ?? 0))
    .map(({ STATUS_ID, NAME, SEMANTICS, EXTRA }, order) => ({
      id: STATUS_ID ?? "",
      name: NAME ?? STATUS_ID ?? "",
      categoryId,
      order,
      outcome: outcomeOf(SEMANTICS ?? EXTRA?.SEMANTICS),
    }));
}

/** Bitrix24 docs: crm/status/crm-status-list, SEMANTICS */
export function outcomeOf(semantics: string | null | undefined): StageOutcome {
  return semantics === "S" ? "won" : semantics === "F" ? "lost" : "open";
}
