import { keepPicture } from "../../catalog/picture.ts";
import { setStock } from "../../catalog/stock.ts";
import type { CatalogRow } from "../../state/catalog.ts";
import { isoDate } from "../../wire/iso-date.ts";
import type { Call } from "../method.ts";
import { list, record, text, type Params } from "../params.ts";
import { ensureCatalog } from "../../catalog/basics.ts";
import { documentedFields } from "./documented-fields.ts";
import { refused, type Table } from "./table.ts";

const SIMPLE = 1;
const PICTURES = ["previewPicture", "detailPicture"] as const;

/** Simple products: what a shop sells. Bitrix24 docs: api-reference/catalog/product. */
export const PRODUCT: Table = {
  prefix: "catalog.product",
  scope: "catalog",
  one: "product",
  many: "products",
  written: "element",
  rows: (state) => state.products,
  series: "product",
  fields: {
    ...documentedFields("catalog.product.get", "product"),
    ...documentedFields("catalog.product.list", "products"),
  },
  prepare: ({ portal }) => void ensureCatalog(portal),
  fill,
  change: async (call, given) => ({
    ...given,
    ...(await pictures(call, given)),
    modifiedBy: call.caller.user.id,
    timestampX: isoDate(call.portal.now()),
  }),
  afterWrite({ portal }, row) {
    const reserved = Number(row["quantityReserved"] ?? 0);
    setStock(portal, row.id, Number(row["quantity"] ?? 0) + reserved, reserved);
  },
  view: (_call, row) => ({ ...row, available: isAvailable(row) ? "Y" : "N" }),
  checkList,
};

async function fill(call: Call, given: Params): Promise<Params> {
  const { portal, caller } = call;
  const catalog = portal.state.catalogs.get(Number(given["iblockId"]));
  if (catalog === undefined) throw refused("The specified iblock is not a product catalog");
  if (text(given, "name").trim() === "") throw refused("Required fields: name");
  const at = isoDate(portal.now());
  return {
    active: given["active"] ?? "Y",
    bundle: "N",
    canBuyZero: given["canBuyZero"] ?? "N",
    createdBy: caller.user.id,
    modifiedBy: caller.user.id,
    dateCreate: at,
    timestampX: at,
    detailTextType: given["detailTextType"] ?? "text",
    previewTextType: given["previewTextType"] ?? "text",
    measure: given["measure"] ?? [...portal.state.measures.keys()][0] ?? null,
    quantity: given["quantity"] ?? 0,
    quantityReserved: given["quantityReserved"] ?? 0,
    quantityTrace: given["quantityTrace"] ?? "Y",
    sort: given["sort"] ?? 100,
    subscribe: given["subscribe"] ?? "Y",
    type: SIMPLE,
    ...(await pictures(call, given)),
  };
}

async function pictures({ portal }: Call, given: Params): Promise<Params> {
  const kept: Params = {};
  for (const name of PICTURES) {
    const picture = await keepPicture(portal, given[name]);
    if (picture === null) continue;
    const query = new URLSearchParams({ "fields[fieldName]": name, "fields[fileId]": String(picture.id) });
    const url = `/rest/catalog.product.download?${query.toString()}`;
    kept[name] = { id: String(picture.id), url, urlMachine: url };
  }
  return kept;
}

function isAvailable(row: CatalogRow): boolean {
  return Number(row["quantity"] ?? 0) > 0 || row["canBuyZero"] === "Y" || row["quantityTrace"] === "N";
}

/** A list has to name the catalog, and to select what it is known by. Bitrix24 docs: catalog.product.list. */
function checkList({ params }: Call): void {
  const select = list(params, "select").map(String);
  if (!select.includes("*") && !(select.includes("id") && select.includes("iblockId"))) {
    throw refused("Required select fields: id, iblockId");
  }
  const filter = Object.keys(record(params, "filter"));
  if (!filter.some((key) => key.replace(/^[^a-z]+/i, "") === "iblockId"))
    throw refused("Required filter fields: iblockId");
}
