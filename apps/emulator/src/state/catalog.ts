/** Products, prices, stores, stock, orders and telephony. Collections are maps by the record's `id`. */
export type CatalogState = Record<never, never>;

export function emptyCatalog(): CatalogState {
  return {};
}
