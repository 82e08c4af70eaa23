import {
  type B24Client,
  type CallOptions,
  callTogether,
  command,
  earlier,
  type MethodResult,
} from "@botdeck/b24-client";

import { isArticle } from "./search/article.ts";
import { articlesIn, type Listing } from "./search/product-index.ts";
import { resultOf } from "./result-of.ts";

const PAGE_SIZE = 50;
/** Pages of the first request; a shop of so few products needs no second one. */
const FIRST_PAGES = 10;
/** More products than these pages hold are not kept in memory, but looked for each time. */
const MOST_PAGES = 50;
const LONGEST_NAME = 160;
const LONGEST_ABOUT = 300;
const FIELDS = ["id", "iblockId", "name", "code", "xmlId", "previewText", "detailText"];

export type Shop = {
  /** Catalogs of products; those of their variations are not among them. */
  iblockIds: string[];
  storeNames: ReadonlyMap<string, string>;
  /** The price type that everybody pays; null when none is said to be. */
  basePriceId: string | null;
  /** All products; null when there are too many to keep. */
  listings: Listing[] | null;
};

/** Reads the shop: one request for up to 500 products, two for up to 2,500. */
export async function readShop(client: B24Client, options: CallOptions): Promise<Shop> {
  const first = earlier("catalogs", "catalogs", "0", "iblockId");
  const answers = await callTogether(
    client,
    {
      catalogs: command("catalog.catalog.list", {
        select: ["id", "iblockId", "productIblockId"],
        order: { id: "asc" },
      }),
      stores: command("catalog.store.list", { select: ["id", "title", "active"], order: { id: "asc" } }),
      priceTypes: command("catalog.priceType.list", { select: ["id", "xmlId"], order: { id: "asc" } }),
      beyond: pageOf(first, MOST_PAGES),
      ...pagesOf(first, 0, FIRST_PAGES),
    },
    options,
  );
  const catalogs = resultOf(answers.catalogs).catalogs ?? [];
  const iblockIds = catalogs.flatMap(({ iblockId, productIblockId }) =>
    iblockId && (productIblockId ?? "0") === "0" ? [iblockId] : [],
  );
  const shop = {
    iblockIds,
    storeNames: new Map((resultOf(answers.stores).stores ?? []).flatMap(nameOfStore)),
    basePriceId: (resultOf(answers.priceTypes).priceTypes ?? []).find(({ xmlId }) => xmlId === "BASE")?.id ?? null,
  };
  // The pages are of the catalog that came first, whichever it is.
  const isFirst = iblockIds[0] === catalogs[0]?.iblockId;
  if (iblockIds.length === 0) return { ...shop, listings: [] };
  const known = isFirst ? listingsOf(answers, 0, FIRST_PAGES) : [];
  if (isFirst && resultOf(answers.beyond).products?.length) return { ...shop, listings: null };
  const rest = iblockIds.flatMap((iblockId, index) => {
    if (index > 0 || !isFirst) return [{ iblockId, from: 0 }];
    return known.length < FIRST_PAGES * PAGE_SIZE ? [] : [{ iblockId, from: FIRST_PAGES }];
  });
  const more = await Promise.all(rest.map(({ iblockId, from }) => readPages(client, iblockId, from, options)));
  return { ...shop, listings: more.includes(null) ? null : [...known, ...more.flatMap((listings) => listings ?? [])] };
}

/** The products that hold one of the words in a name, or have one of the articles, in one request; at most 50 for each. */
export async function searchListings(
  client: B24Client,
  iblockIds: readonly string[],
  { stems, articles }: { stems: readonly string[]; articles: readonly string[] },
  options: CallOptions,
): Promise<Listing[]> {
  const filters = [
    ...stems.flatMap((text) => [{ "%name": text }, { "%previewText": text }]),
    ...articles.flatMap((article) => [{ xmlId: article }, { code: article }]),
  ].flatMap((filter) => iblockIds.map((iblockId) => ({ ...filter, iblockId })));
  if (filters.length === 0) return [];
  const commands = Object.fromEntries(
    filters.map((filter, index) => [`f${index}`, command("catalog.product.list", { select: FIELDS, filter })]),
  );
  const found = Object.values(await callTogether(client, commands, options)).flatMap((told) => rowsOf(resultOf(told)));
  return [...new Map(found.map((listing) => [listing.id, listing])).values()];
}

/** Null when there are too many. */
async function readPages(
  client: B24Client,
  iblockId: string,
  from: number,
  options: CallOptions,
): Promise<Listing[] | null> {
  const answers = await callTogether(client, pagesOf(iblockId, from, MOST_PAGES), options);
  const listings = listingsOf(answers, from, MOST_PAGES);
  return listings.length === (MOST_PAGES - from) * PAGE_SIZE && from === 0 ? null : listings;
}

function pagesOf(iblockId: string, from: number, to: number): Record<`p${number}`, ReturnType<typeof pageOf>> {
  const numbers = Array.from({ length: to - from }, (_, index) => from + index);
  return Object.fromEntries(numbers.map((number) => [`p${number}`, pageOf(iblockId, number)]));
}

function pageOf(iblockId: string, number: number) {
  const start = String(number * PAGE_SIZE);
  return command("catalog.product.list", {
    select: FIELDS,
    filter: { iblockId, active: "Y" },
    order: { id: "asc" },
    start,
  });
}

type Pages = Readonly<Record<`p${number}`, Parameters<typeof resultOf<MethodResult<"catalog.product.list">>>[0]>>;

function listingsOf(answers: Pages, from: number, to: number): Listing[] {
  const listings: Listing[] = [];
  for (let number = from; number < to; number++) {
    const told = answers[`p${number}`];
    if (told === undefined) break;
    const rows = rowsOf(resultOf(told));
    listings.push(...rows);
    if (rows.length < PAGE_SIZE) break;
  }
  return listings;
}

type Row = NonNullable<MethodResult<"catalog.product.list">["products"]>[number];

function rowsOf({ products }: MethodResult<"catalog.product.list">): Listing[] {
  return (products ?? []).flatMap((row) => listingOf(row) ?? []);
}

function listingOf({ id, iblockId, name, code, xmlId, previewText, detailText }: Row): Listing | null {
  if (!id || !iblockId || !name) return null;
  const preview = plain(previewText);
  const isName = preview !== "" && preview.length <= LONGEST_NAME;
  return {
    id,
    iblockId,
    name,
    // 1C and shops keep it in either, and many only in the name.
    article: [xmlId ?? "", code ?? "", ...articlesIn(name)].find(isArticle) ?? null,
    otherName: isName ? preview : null,
    about: [isName ? "" : preview, plain(detailText), code ?? ""].join(" ").trim().slice(0, LONGEST_ABOUT),
  };
}

/** Descriptions are HTML as often as not. */
function plain(text: string | null | undefined): string {
  return (text ?? "")
    .replaceAll(/<[^>]*>|&[a-z]+;/gi, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

type Store = NonNullable<MethodResult<"catalog.store.list">["stores"]>[number];

function nameOfStore({ id, title, active }: Store): [string, string][] {
  return id && title && active !== false ? [[id, title]] : [];
}
