/** A record of the catalog or of an order, by the names of its fields on the wire. */
export type CatalogRow = { id: number } & Record<string, unknown>;

/** Products, prices, stock and orders. Collections are maps by the record's `id`. */
export type CatalogState = {
  /** Empty until somebody asks: read them through `ensureCatalog` of src/catalog/basics.ts, like price types and measures. */
  catalogs: Map<number, CatalogRow>;
  priceTypes: Map<number, CatalogRow>;
  measures: Map<number, CatalogRow>;
  sections: Map<number, CatalogRow>;
  products: Map<number, CatalogRow>;
  prices: Map<number, CatalogRow>;
  stores: Map<number, CatalogRow>;
  /** How much of a product lies in a store. */
  storeProducts: Map<number, CatalogRow>;
  orders: Map<number, CatalogRow>;
  basketItems: Map<number, CatalogRow>;
  payments: Map<number, CatalogRow>;
  shipments: Map<number, CatalogRow>;
  /** What of the basket travels in a shipment. */
  shipmentItems: Map<number, CatalogRow>;
};

export function emptyCatalog(): CatalogState {
  return {
    catalogs: new Map(),
    priceTypes: new Map(),
    measures: new Map(),
    sections: new Map(),
    products: new Map(),
    prices: new Map(),
    stores: new Map(),
    storeProducts: new Map(),
    orders: new Map(),
    basketItems: new Map(),
    payments: new Map(),
    shipments: new Map(),
    shipmentItems: new Map(),
  };
}
