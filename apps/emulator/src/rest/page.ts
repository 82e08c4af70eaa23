/** Bitrix24 docs: list-methods-pecularities. */
const PAGE_SIZE = 50;
const WITHOUT_COUNT = -1;

/** One page of a list with `total`, and `next` when there is more. `start` -1 switches counting and paging off. */
export function page<Row>(rows: Row[], start: number): { result: Row[]; total: number; next?: number } {
  if (start === WITHOUT_COUNT) return { result: rows.slice(0, PAGE_SIZE), total: 0 };
  const end = start + PAGE_SIZE;
  return { result: rows.slice(start, end), total: rows.length, ...(end < rows.length && { next: end }) };
}
