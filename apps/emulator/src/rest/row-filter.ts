import { compareValues, comparison, OPERATOR } from "./comparison.ts";
import { list, record } from "./params.ts";
import type { Params } from "./params.ts";
import { badRequest } from "./rest-error.ts";

/** How a field of a filter or an order is read from a record; null for a field that there is not. */
export type ReadColumn<Item> = (field: string) => ((item: Item) => unknown) | null;

/**
 * A filter over records that are not rows yet, made once for all of them. A nested map with `logic` joins its conditions
 * by OR. Bitrix24 docs: crm.item.list.
 *
 * @throws What `unknown` makes of a field that there is not.
 */
export function filterOf<Item>(
  filter: Params,
  readColumn: ReadColumn<Item>,
  unknown: (key: string) => Error = unknownField,
): (item: Item) => boolean {
  const isAny = String(filter["logic"] ?? filter["LOGIC"] ?? "AND").toUpperCase() === "OR";
  // Whoever walks a list by `>ID` asks this of every record for each page, and numbers are compared soonest.
  const names = Object.keys(filter)
    .filter((key) => key.toLowerCase() !== "logic")
    .toSorted((one, other) => Number(isOfId(other)) - Number(isOfId(one)));
  const conditions = names.map((key): ((item: Item) => boolean) => {
    if (/^\d+$/.test(key)) return filterOf(record(filter, key), readColumn, unknown);
    const { operator, field } = splitKey(key);
    const read = readColumn(field);
    if (read === null) throw unknown(key);
    const meets = comparison(operator, valuesOf(filter, key));
    return (item) => meets(read(item));
  });
  if (isAny) return (item) => conditions.some((condition) => condition(item));
  return (item) => conditions.every((condition) => condition(item));
}

/** The comparison of two records that `order` asks for; null for the order of their ids, in which they are kept. */
export function orderOf<Item>(
  order: Params,
  readColumn: ReadColumn<Item>,
  unknown: (key: string) => Error = unknownField,
): ((one: Item, other: Item) => number) | null {
  const columns = Object.entries(order).map(([field, direction]) => {
    const read = readColumn(field);
    if (read === null) throw unknown(field);
    return { field: field.toLowerCase(), read, sign: signOf(direction) };
  });
  const [first] = columns;
  if (first === undefined || (first.field === "id" && first.sign === 1)) return null;
  return (one, other) => {
    for (const { read, sign } of columns) {
      const difference = sign * compareValues(read(one) ?? "", read(other) ?? "");
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

const isOfId = (key: string): boolean => splitKey(key).field.toLowerCase() === "id";

function splitKey(key: string): { operator: string; field: string } {
  const operator = OPERATOR.exec(key)?.[0] ?? "";
  return { operator, field: key.slice(operator.length) };
}

/** No value at all asks for rows where the field is empty. */
function valuesOf(filter: Params, key: string): unknown[] {
  const given = list(filter, key);
  return given.length === 0 ? [""] : given;
}

function signOf(direction: unknown): 1 | -1 {
  return String(direction).toLowerCase().startsWith("asc") ? 1 : -1;
}

function unknownField(key: string): Error {
  return badRequest("ERROR_ARGUMENT", `The filter field ${key} is not known`);
}
