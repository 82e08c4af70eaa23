import { ensureCatalog } from "../../catalog/basics.ts";
import { keepPicture } from "../../catalog/picture.ts";
import { defaultStore, setStock } from "../../catalog/stock.ts";
import { isoDate } from "../../wire/iso-date.ts";
import type { Call } from "../method.ts";
import type { Params } from "../params.ts";
import { documentedFields } from "./documented-fields.ts";
import { refused, type Table } from "./table.ts";

const scope = "catalog";
const prepare = ({ portal }: Call): void => void ensureCatalog(portal);

/** What stands around products. Bitrix24 docs: api-reference/catalog. */
export const CATALOG_TABLES: readonly Table[] = [
  {
    prefix: "catalog.catalog",
    scope,
    one: "catalog",
    many: "catalogs",
    rows: (state) => state.catalogs,
    series: "catalog",
    fields: documentedFields("catalog.catalog.get", "catalog"),
    prepare,
  },
  {
    prefix: "catalog.priceType",
    scope,
    one: "priceType",
    many: "priceTypes",
    rows: (state) => state.priceTypes,
    series: "priceType",
    fields: documentedFields("catalog.priceType.get", "priceType"),
    prepare,
  },
  {
    prefix: "catalog.measure",
    scope,
    one: "measure",
    many: "measures",
    rows: (state) => state.measures,
    series: "measure",
    fields: documentedFields("catalog.measure.get", "measure"),
    prepare,
  },
  {
    prefix: "catalog.section",
    scope,
    one: "section",
    many: "sections",
    rows: (state) => state.sections,
    series: "section",
    fields: documentedFields("catalog.section.get", "section"),
    prepare,
    fill(call, given) {
      if (!call.portal.state.catalogs.has(Number(given["iblockId"])))
        throw refused("The specified iblock is not a product catalog");
      return {
        active: given["active"] ?? "Y",
        descriptionType: given["descriptionType"] ?? "text",
        sort: given["sort"] ?? 500,
      };
    },
  },
  {
    prefix: "catalog.price",
    scope,
    one: "price",
    many: "prices",
    rows: (state) => state.prices,
    series: "price",
    fields: documentedFields("catalog.price.get", "price"),
    prepare,
    fill(call, given) {
      const { products, priceTypes } = call.portal.state;
      if (!products.has(Number(given["productId"]))) throw refused("Product not found");
      if (!priceTypes.has(Number(given["catalogGroupId"]))) throw refused("Price type not found");
      return { timestampX: isoDate(call.portal.now()) };
    },
    change: (call, given) => ({ ...given, timestampX: isoDate(call.portal.now()) }),
  },
  {
    prefix: "catalog.store",
    scope,
    one: "store",
    many: "stores",
    rows: (state) => state.stores,
    series: "store",
    fields: documentedFields("catalog.store.list", "stores"),
    prepare: ({ portal }) => void defaultStore(portal),
    fill: async (call, given) => ({
      active: given["active"] ?? "Y",
      sort: given["sort"] ?? 100,
      dateCreate: isoDate(call.portal.now()),
      ...(await storeStamps(call, given)),
    }),
    change: async (call, given) => ({ ...given, ...(await storeStamps(call, given)) }),
  },
  {
    prefix: "catalog.storeproduct",
    scope,
    one: "storeProduct",
    many: "storeProducts",
    rows: (state) => state.storeProducts,
    series: "storeProduct",
    fields: documentedFields("catalog.storeproduct.get", "storeProduct"),
    prepare({ portal }) {
      if (portal.state.storeProducts.size > 0) return;
      for (const { id, quantity, quantityReserved: held } of portal.state.products.values()) {
        setStock(portal, id, Number(quantity ?? 0) + Number(held ?? 0), Number(held ?? 0));
      }
    },
  },
];

/** Who changed the store and when, and its picture as a link. */
async function storeStamps({ portal, caller }: Call, given: Params): Promise<Params> {
  const picture = await keepPicture(portal, given["imageId"]);
  return {
    dateModify: isoDate(portal.now()),
    modifiedBy: caller.user.id,
    userId: caller.user.id,
    ...(picture !== null && { imageId: { id: picture.id, url: `/upload/iblock/${picture.id}/${picture.name}` } }),
  };
}
