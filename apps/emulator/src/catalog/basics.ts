import type { Portal } from "../portal.ts";
import type { CatalogRow } from "../state/catalog.ts";
import { nextId } from "../state/state.ts";
import { isoDate } from "../wire/iso-date.ts";

const PIECE = 796;

/** The one catalog of the portal, its retail price, its unit and its store: what every new portal has. */
export function ensureCatalog(portal: Portal): CatalogRow {
  const { state } = portal;
  const known = [...state.catalogs.values()][0];
  if (known !== undefined) return known;
  const at = isoDate(portal.now());
  const id = nextId(state, "catalog");
  const catalog: CatalogRow = {
    id,
    iblockId: id,
    iblockTypeId: 0,
    lid: "s1",
    name: "Catalog",
    productIblockId: null,
    skuPropertyId: null,
    subscription: "N",
    vatId: null,
  };
  state.catalogs.set(id, catalog);
  const by = { createdBy: 1, modifiedBy: 1, dateCreate: at, timestampX: at };
  put(state.priceTypes, { id: nextId(state, "priceType"), base: "Y", name: "BASE", sort: 100, xmlId: "BASE", ...by });
  const names = { measureTitle: "Piece", symbol: "pc", symbolIntl: "pc", symbolLetterIntl: "PCE" };
  put(state.measures, { id: nextId(state, "measure"), code: PIECE, isDefault: "Y", ...names });
  return catalog;
}

function put(rows: Map<number, CatalogRow>, row: CatalogRow): void {
  rows.set(row.id, row);
}
