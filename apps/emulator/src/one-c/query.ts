import { documentOf, EXPANDABLE, type OneCDocument } from "./document.ts";
import { filterOfOption } from "./filter.ts";
import { badOption, ODataError } from "./odata-error.ts";

type Options = Readonly<Record<string, string | undefined>>;

/** Known options of a query; 1C refuses others that begin with a dollar sign. */
const KNOWN = ["$format", "$filter", "$select", "$expand", "$orderby", "$top", "$skip", "$inlinecount"];

/** A document with every field filled in, by which names are checked where there is no order at all. */
const SAMPLE = documentOf({
  number: "0",
  status: "new",
  phone: "+1",
  customer: "A",
  purchased: "2000-01-01",
  expected: "2000-01-01",
  items: [],
  amount: 1,
  currency: "RUB",
});

/** @throws ODataError for an option that is not known, or a format that 1C has and this one does not. */
export function checkOptions(options: Options): void {
  const unknown = Object.keys(options).find((name) => name.startsWith("$") && !KNOWN.includes(name));
  if (unknown !== undefined) throw badOption(unknown, "такой опции нет");
  if (!/^(?:json$|application\/json)/i.test(options["$format"] ?? "")) {
    throw new ODataError(406, "9", "Here only $format=json is answered; a real 1C would answer Atom without it.");
  }
}

/** Documents as a query asks for them, and how many there are before `$top` and `$skip`. @throws ODataError */
export function queryDocuments(documents: readonly OneCDocument[], options: Options) {
  const filter = options["$filter"];
  const found = filter === undefined ? documents : documents.filter(filterOfOption(filter, SAMPLE));
  const ordered = found.toSorted(orderOfOption(options["$orderby"]));
  const skip = numberOption(options, "$skip") ?? 0;
  const top = numberOption(options, "$top") ?? ordered.length;
  return { total: found.length, documents: ordered.slice(skip, skip + top).map((one) => shownDocument(one, options)) };
}

/** A document with what `$select` names and `$expand` opens. @throws ODataError */
export function shownDocument(document: OneCDocument, options: Options): OneCDocument {
  const expanded = names(options["$expand"]);
  const strange = expanded.find((name) => !EXPANDABLE.some((known) => known === name));
  if (strange !== undefined) throw badOption("$expand", `поле «${strange}» не найдено`);
  const selected = names(options["$select"]);
  const missing = selected.find((name) => name !== "*" && !Object.hasOwn(SAMPLE, name));
  if (missing !== undefined) throw badOption("$select", `поле «${missing}» не найдено`);
  const isWanted = (name: string): boolean =>
    selected.length === 0 || selected.includes("*") || selected.includes(name) || expanded.includes(name);
  const isOpen = (path: string): boolean =>
    expanded.includes(path) || !EXPANDABLE.some((expandable) => expandable === path);
  const shown = Object.entries(document).filter(([name]) => isWanted(name) && isOpen(name));
  return Object.fromEntries(
    shown.map(([name, value]): [string, unknown] => [name, Array.isArray(value) ? value.map(openRow(name)) : value]),
  );

  function openRow(table: string) {
    return (row: object) => Object.fromEntries(Object.entries(row).filter(([name]) => isOpen(`${table}/${name}`)));
  }
}

function orderOfOption(option: string | undefined) {
  const columns = names(option).map((column) => {
    const [name = "", direction = "asc"] = column.split(/\s+/);
    if (!Object.hasOwn(SAMPLE, name) || !/^(?:asc|desc)$/.test(direction)) throw badOption("$orderby", `«${column}»`);
    return { name, sign: direction === "desc" ? -1 : 1 };
  });
  return (one: OneCDocument, other: OneCDocument): number => {
    for (const { name, sign } of columns) {
      const [first, second] = [one[name], other[name]];
      const difference =
        typeof first === "number" && typeof second === "number"
          ? first - second
          : String(first).localeCompare(String(second));
      if (difference !== 0) return sign * difference;
    }
    return 0;
  };
}

function names(option: string | undefined): string[] {
  return (option ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function numberOption(options: Options, name: string): number | null {
  const value = options[name];
  if (value === undefined) return null;
  if (!/^\d+$/.test(value)) throw badOption(name, `«${value}» не число`);
  return Number(value);
}
