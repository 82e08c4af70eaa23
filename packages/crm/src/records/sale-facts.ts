import { readItem } from "../clients/crm-item.ts";
import { outcomeOf } from "../deals/stages.ts";
import { instantOf, linkedId, type RecordFacts } from "./record-facts.ts";
import type { SaleWords } from "./sale-words.ts";

type Item = Readonly<Record<string, unknown>>;

/** A lead or a deal as `crm.item.*` answers it. @see Bitrix24 docs: crm/universal/crm-item-get */
export function saleFacts(kind: "lead" | "deal", item: Item, words: SaleWords): RecordFacts {
  const own = kind === "lead" ? leadFacts(item, words) : dealFacts(item, words);
  return {
    id: linkedId(item["id"]),
    title: textOf(item["title"]) ?? "",
    ...stageFacts(kind, textOf(item["stageId"]) ?? "", words, textOf(item["stageSemanticId"])),
    amount: typeof item["opportunity"] === "number" ? item["opportunity"] : Number(item["opportunity"] ?? 0) || 0,
    currency: textOf(item["currencyId"]),
    responsibleId: linkedId(item["assignedById"]),
    creatorId: linkedId(item["createdBy"]),
    changedById: linkedId(item["updatedBy"]),
    createdAt: instantOf(item["createdTime"]),
    changedAt: instantOf(item["updatedTime"]),
    movedAt: instantOf(item["movedTime"]),
    movedById: linkedId(item["movedBy"]),
    ...own,
  };
}

/** What a stage is called and means. @param semantics As the record itself says, for a stage that is new. */
export function stageFacts(
  kind: "lead" | "deal",
  stageId: string,
  { leadStages, dealStages }: SaleWords,
  semantics: string | null = null,
): RecordFacts {
  const stage = (kind === "lead" ? leadStages : dealStages).get(stageId);
  return { stageId, stageName: stage?.name ?? stageId, outcome: stage?.outcome ?? outcomeOf(semantics) };
}

function leadFacts(item: Item, { sources }: SaleWords): RecordFacts {
  const card = readItem(item);
  const sourceId = textOf(item["sourceId"]);
  return {
    name: card?.name || null,
    phone: card?.phones[0] ?? null,
    sourceId,
    source: sourceId === null ? null : (sources.get(sourceId) ?? sourceId),
  };
}

function dealFacts(item: Item, { funnels }: SaleWords): RecordFacts {
  const categoryId = String(textOf(item["categoryId"]) ?? "0");
  return {
    categoryId,
    categoryName: funnels.get(categoryId) ?? null,
    lastActivityAt: instantOf(item["lastActivityTime"]),
    closesOn: textOf(item["closedate"])?.slice(0, 10) ?? null,
  };
}

const textOf = (value: unknown): string | null =>
  typeof value === "string" || typeof value === "number" ? String(value).trim() || null : null;
