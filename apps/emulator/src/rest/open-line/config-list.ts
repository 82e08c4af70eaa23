import { linesOf } from "../../chat/lines.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { flag, record, upperKeys } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { configFields, configQueue, listedQueue } from "./config-view.ts";

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;
const LIST_PARAMS = ["select", "filter", "order", "limit", "offset"];
const LIST_OPTIONS = ["QUEUE", "CONFIG_QUEUE", "CHECK_PERMISSION"];

/** Bitrix24 docs: imopenlines-config-list-get. */
export const openLineConfigListMethods: RestMethod[] = [
  { name: "imopenlines.config.list.get", scopes: ["imopenlines"], missing: "own", run: listConfigs },
];

type Row = Record<string, unknown>;

function listConfigs({ portal, params }: Call): Answer {
  const upper = upperKeys(params);
  const given = lowerKeys(record(upper, "PARAMS"));
  const options = upperKeys(record(upper, "OPTIONS"));
  checkNames(given, LIST_PARAMS, "PARAMS");
  checkNames(options, LIST_OPTIONS, "OPTIONS");
  const limit = Math.min(readCount(given, "limit") ?? DEFAULT_LIMIT, MAX_LIMIT);
  const offset = readCount(given, "offset") ?? 0;
  const lines = linesOf(portal.state).map((line) => ({ line, fields: configFields(portal, line) }));
  const known = lines[0]?.fields ?? {};
  const filter = readMap(given, "filter", known);
  const order = readMap(given, "order", known);
  const select = readSelect(given, known);
  const found = lines.filter(({ fields }) =>
    Object.entries(filter).every(([name, value]) => isMatch(fields[name], value)),
  );
  const sorted = found.toSorted((one, other) => compare(one.fields, other.fields, order));
  const rows = sorted.slice(offset, offset + limit).map(({ line, fields }) => ({
    ...Object.fromEntries(Object.entries(fields).filter(([name]) => select.length === 0 || select.includes(name))),
    ...(flag(options, "QUEUE", true) && listedQueue(portal.state, line)),
    ...(flag(options, "CONFIG_QUEUE", true) && { CONFIG_QUEUE: configQueue(portal.state, line) }),
  }));
  return { result: rows };
}

function lowerKeys(params: Params): Params {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name.toLowerCase(), value]));
}

function checkNames(given: Params, known: string[], where: string): void {
  const unknown = Object.keys(given).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw wrongFormat(`Unsupported ${where} fields are passed: ${unknown.join(", ")}`);
}

function readCount(given: Params, name: string): number | null {
  const value = given[name];
  if (value === undefined || value === "") return null;
  if (!/^\d+$/.test(String(value)))
    throw wrongFormat(`A non-negative integer is expected in the PARAMS field '${name}'`);
  return Number(value);
}

/** A map of fields; comparison signs before a name are taken as equality, the only comparison the page shows. */
function readMap(given: Params, name: string, known: Row): Params {
  const value = given[name];
  if (value === undefined) return {};
  if (typeof value !== "object" || value === null)
    throw wrongFormat(`A wrong format for the PARAMS field '${name}' is passed`);
  const fields = Object.fromEntries(Object.entries(value).map(([key, item]) => [key.replace(/^[=@]+/, ""), item]));
  checkFields(Object.keys(fields), name, known);
  const isDirected = name !== "order" || Object.values(fields).every((item) => /^(?:asc|desc)$/i.test(String(item)));
  if (!isDirected) throw wrongFormat("A wrong sorting direction is passed in the PARAMS field 'order'");
  return fields;
}

function readSelect(given: Params, known: Row): string[] {
  const value = given["select"];
  if (value === undefined) return [];
  if (typeof value !== "object" || value === null)
    throw wrongFormat("A wrong format for the PARAMS field 'select' is passed");
  const names = Object.values(value).map(String);
  if (names.includes("*")) return [];
  checkFields(names, "select", known);
  return names;
}

function checkFields(names: string[], where: string, known: Row): void {
  const unknown = names.find((name) => !Object.hasOwn(known, name));
  if (unknown !== undefined)
    throw wrongFormat(`An unknown field '${unknown}' is passed in the PARAMS field '${where}'`);
}

function isMatch(found: unknown, wanted: unknown): boolean {
  const values = typeof wanted === "object" && wanted !== null ? Object.values(wanted) : [wanted];
  return values.some((value) => String(found) === String(value));
}

function compare(one: Row, other: Row, order: Params): number {
  for (const [name, direction] of Object.entries(order)) {
    const sign = String(direction).toLowerCase() === "desc" ? -1 : 1;
    const difference = String(one[name]).localeCompare(String(other[name]), "en", { numeric: true });
    if (difference !== 0) return sign * difference;
  }
  return 0;
}

function wrongFormat(description: string): Error {
  return badRequest("INVALID_FORMAT", description);
}
