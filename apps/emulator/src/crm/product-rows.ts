import type { Portal } from "../portal.ts";
import type { CrmRecord, ProductRow } from "../state/crm.ts";
import { nextId, type State } from "../state/state.ts";
import { allKinds, findRecord, type EntityKind } from "./entity-kind.ts";
import { updateRecord } from "./update-record.ts";

/** What a caller says of a row; the rest follows. */
export type GivenProductRow = {
  productId: number;
  productName: string;
  /** For one, with discount and tax. */
  price: number;
  quantity: number;
  discountTypeId: number;
  discountRate: number | null;
  discountSum: number | null;
  taxRate: number | null;
  taxIncluded: string;
  measureCode: number;
  measureName: string;
  sort: number | null;
  xmlId: string;
};

export const BY_PERCENT = 2;
const SORT_STEP = 10;
const PERCENT = 100;
const GOODS_WITHOUT_STOCK = 1;

export function rowsOf(state: State, kind: EntityKind, ownerId: number): ProductRow[] {
  return [...state.productRows.values()]
    .filter((row) => row.ownerType === kind.ownerType && row.ownerId === ownerId)
    .toSorted((one, other) => one.sort - other.sort || one.id - other.id);
}

/** Writes a row of an entity, a new one when `id` is null, with the prices that follow from the given one. */
export function putRow(
  state: State,
  kind: EntityKind,
  ownerId: number,
  id: number | null,
  given: GivenProductRow,
): ProductRow {
  const { price, taxRate } = given;
  const taxFactor = 1 + (taxRate ?? 0) / PERCENT;
  const priceExclusive = price / taxFactor;
  const { discountSum, discountRate } = discountOf(given, priceExclusive);
  const priceNetto = priceExclusive + discountSum;
  const last = Math.max(0, ...rowsOf(state, kind, ownerId).map(({ sort }) => sort));
  const row: ProductRow = {
    ...given,
    id: id ?? nextId(state, "productRow"),
    ownerType: kind.ownerType,
    ownerId,
    priceExclusive,
    priceNetto,
    priceBrutto: priceNetto * taxFactor,
    discountSum,
    discountRate,
    customized: "Y",
    sort: given.sort ?? last + SORT_STEP,
    type: GOODS_WITHOUT_STOCK,
    storeId: null,
  };
  state.productRows.set(row.id, row);
  return row;
}

/** All rows of an entity at once; those that were there are gone. */
export function replaceRows(
  state: State,
  kind: EntityKind,
  ownerId: number,
  given: readonly GivenProductRow[],
): ProductRow[] {
  for (const { id } of rowsOf(state, kind, ownerId)) state.productRows.delete(id);
  return given.map((row) => putRow(state, kind, ownerId, null, row));
}

/** The amount of an entity is the sum of its rows, unless somebody entered it by hand. */
export function sumUp(portal: Portal, kind: EntityKind, record: CrmRecord, userId: number): void {
  const rows = rowsOf(portal.state, kind, record.id);
  const opportunity = rows.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  if (record["isManualOpportunity"] === "Y" || record.opportunity === opportunity) return;
  updateRecord(portal, kind, record, { opportunity }, userId);
}

/** The entity that has a row; null when it is gone. */
export function ownerOf(
  state: State,
  ownerType: string,
  ownerId: number,
): { kind: EntityKind; record: CrmRecord } | null {
  const kind = allKinds(state).find((candidate) => candidate.ownerType.toLowerCase() === ownerType.toLowerCase());
  const record = kind === undefined ? null : findRecord(state, kind, ownerId);
  return kind === undefined || record === null ? null : { kind, record };
}

function discountOf(
  { discountTypeId, discountRate, discountSum }: GivenProductRow,
  priceExclusive: number,
): { discountRate: number; discountSum: number } {
  if (discountTypeId === BY_PERCENT) {
    const rate = discountRate ?? 0;
    return { discountRate: rate, discountSum: rate >= PERCENT ? 0 : (priceExclusive * rate) / (PERCENT - rate) };
  }
  const sum = discountSum ?? 0;
  const full = priceExclusive + sum;
  return { discountSum: sum, discountRate: full === 0 ? 0 : (sum / full) * PERCENT };
}
