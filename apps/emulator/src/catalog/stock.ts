import type { Portal } from "../portal.ts";
import type { CatalogRow } from "../state/catalog.ts";
import { nextId } from "../state/state.ts";
import { isoDate } from "../wire/iso-date.ts";

/** The store that stock goes to when none is named; made when the first product comes. */
export function defaultStore(portal: Portal): CatalogRow {
  const known = [...portal.state.stores.values()][0];
  if (known !== undefined) return known;
  const at = isoDate(portal.now());
  const store: CatalogRow = {
    id: nextId(portal.state, "store"),
    active: "Y",
    address: "Demo street 1",
    code: "main",
    dateCreate: at,
    dateModify: at,
    description: "",
    email: "",
    gpsN: null,
    gpsS: null,
    imageId: null,
    issuingCenter: "Y",
    modifiedBy: 1,
    phone: "",
    schedule: "",
    sort: 100,
    title: "Main store",
    userId: 1,
    xmlId: null,
  };
  portal.state.stores.set(store.id, store);
  return store;
}

/**
 * Lays an amount of a product into the default store, so that what the product says and what the store says agree.
 *
 * @param amount All that lies there, also what orders have reserved of it.
 */
export function setStock(portal: Portal, productId: number, amount: number, quantityReserved = 0): void {
  const { storeProducts } = portal.state;
  const storeId = defaultStore(portal).id;
  const isPlace = (row: CatalogRow): boolean => row["productId"] === productId && row["storeId"] === storeId;
  const known = [...storeProducts.values()].find(isPlace);
  const id = known?.id ?? nextId(portal.state, "storeProduct");
  storeProducts.set(id, { ...known, id, productId, storeId, amount, quantityReserved });
}
