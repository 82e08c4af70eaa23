/** Bitrix24 docs: list-methods-pecularities. */
const PAGE_SIZE = 50;
const WITHOUT_COUNT = -1;

/** A page, with `total`, and `next` when there is more. */
export type Page<Row> = { result: Row[]; total: number; next?: number };

/** One page of a list. `start` -1 switches counting and paging off. */
export function page<Row>(rows: Row[], start: number): Page<Row> {
  if (start === WITHOUT_COUNT) return { result: rows.slice(0, PAGE_SIZE), total: 0 };
  // Any other number below 0 would count from the end.
  const from = Math.max(start, 0);
  const end = from + PAGE_SIZE;
  return { result: rows.slice(from, end), total: rows.length, ...(end < rows.length && { next: end }) };
}

/**
 * One page of a large collection. Records that are wanted in the order they are kept are not sorted, and without
 * counting the search ends with the page.
 *
 * @param compare null for the order in which the records are kept.
 */
export function pageOfMany<Item>(
  items: Iterable<Item>,
  matches: (item: Item) => boolean,
  compare: ((one: Item, other: Item) => number) | null,
  start: number,
): Page<Item> {
  const enough = compare === null && start === WITHOUT_COUNT ? PAGE_SIZE : Number.POSITIVE_INFINITY;
  const found: Item[] = [];
  for (const item of items) {
    if (!matches(item)) continue;
    found.push(item);
    if (found.length === enough) break;
  }
  return page(compare === null ? found : found.toSorted(compare), start);
}
