import { PLATFORM_METHODS } from "@botdeck/b24-spec";

import type { CatalogRow } from "../../state/catalog.ts";
import { nextId, type State } from "../../state/state.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { page } from "../page.ts";
import { integer, list, record, type Params } from "../params.ts";
import { badRequest, type RestError } from "../rest-error.ts";
import { filterOf, orderOf } from "../row-filter.ts";
import { emptyRecord, readFields } from "./documented-fields.ts";

/** Records of one kind behind the five methods that every kind of the catalog and of the shop has. */
export type Table = {
  /** Such as `catalog.price`. */
  prefix: string;
  scope: string;
  /** Names in answers: of one record, of a list, and (where it differs) of a record just written. */
  one: string;
  many: string;
  written?: string;
  /** The answer to a change comes as a list of one. Bitrix24 docs: sale.basketitem.add. */
  isCountedWhenWritten?: boolean;
  rows: (state: State) => Map<number, CatalogRow>;
  /** Name of the series that its ids come from. */
  series: string;
  /** All fields, each with a value of its kind. */
  fields: Params;
  /** Methods of a kind that the platform does not use and the portal needs to be a whole one. */
  verbs?: readonly string[];
  /** Runs before anything is read: makes what every portal has. */
  prepare?: (call: Call) => void;
  /** What a new record holds besides what was given. @throws RestError for what does not fit. */
  fill?: (call: Call, given: Params) => Params | Promise<Params>;
  /** What of a change is kept. @throws RestError for what does not fit. */
  change?: (call: Call, given: Params, before: CatalogRow) => Params | Promise<Params>;
  /** Runs after a record was written. */
  afterWrite?: (call: Call, row: CatalogRow) => void;
  /** The record as answers show it: alone, in a list, or just written. */
  view?: (call: Call, row: CatalogRow, place: Place) => Params;
  /** Checks a list's parameters. @throws RestError */
  checkList?: (call: Call) => void;
  /** Which fields a caller sets; the others are dropped without a word. All of them unless given. */
  isSettable?: (field: string, verb: "add" | "update") => boolean;
  /** Runs before a record goes. @throws RestError for one that has to stay. */
  beforeDelete?: (call: Call, row: CatalogRow) => void;
  /** Runs after a record went. */
  afterDelete?: (call: Call, row: CatalogRow) => void;
  /** Refusals with codes of their own. */
  errors?: {
    notFound: RestError;
    /** For tables that only managers of the shop read. */
    mayNotRead?: RestError;
    mayNotWrite: RestError;
  };
};

export type Place = "one" | "many" | "written";

/** The code of whatever the catalog refuses but for rights. Bitrix24 docs: api-reference/catalog. */
const REFUSED = "0";
/** Bitrix24 docs: api-reference/catalog, error codes. */
const NO_RIGHTS = "200040300010";

/** `add`, `get`, `list`, `update` and `delete` of a kind, as far as they are asked for. */
export function tableMethods(table: Table): RestMethod[] {
  const runs: Record<string, (call: Call) => Answer | Promise<Answer>> = {
    add: (call) => add(table, call),
    get: (call) => getOne(table, call),
    list: (call) => listRows(table, call),
    update: (call) => update(table, call),
    delete: (call) => remove(table, call),
  };
  const isThere = (verb: string): boolean =>
    PLATFORM_METHODS.some((known) => known === `${table.prefix}.${verb}`) || table.verbs?.includes(verb) === true;
  return Object.entries(runs)
    .filter(([verb]) => isThere(verb))
    .map(([verb, run]) => ({ name: `${table.prefix}.${verb}`, scopes: [table.scope], run: withBasics(table, run) }));
}

function withBasics({ prepare }: Table, run: (call: Call) => Answer | Promise<Answer>) {
  return (call: Call): Answer | Promise<Answer> => {
    prepare?.(call);
    return run(call);
  };
}

export function refused(description: string): RestError {
  return badRequest(REFUSED, description);
}

async function add(table: Table, call: Call): Promise<Answer> {
  checkWrites(table, call);
  const given = givenFields(table, call, "add");
  const filled = (await table.fill?.(call, given)) ?? {};
  const id = nextId(call.portal.state, table.series);
  const row: CatalogRow = { ...emptyRecord(table.fields), ...given, ...filled, id };
  table.rows(call.portal.state).set(id, row);
  table.afterWrite?.(call, row);
  return writtenAnswer(table, call, row);
}

function getOne(table: Table, call: Call): Answer {
  checkReads(table, call);
  return { result: { [table.one]: shown(table, call, found(table, call), "one") } };
}

async function update(table: Table, call: Call): Promise<Answer> {
  checkWrites(table, call);
  const before = found(table, call);
  const given = givenFields(table, call, "update");
  const change = (await table.change?.(call, given, before)) ?? given;
  const row: CatalogRow = { ...before, ...change, id: before.id };
  table.rows(call.portal.state).set(row.id, row);
  table.afterWrite?.(call, row);
  return writtenAnswer(table, call, row);
}

/** The record as it stands after what came of its writing. */
function writtenAnswer(table: Table, call: Call, row: CatalogRow): Answer {
  const current = table.rows(call.portal.state).get(row.id) ?? row;
  const result = { [table.written ?? table.one]: shown(table, call, current, "written") };
  return { result, ...(table.isCountedWhenWritten === true && { total: 1 }) };
}

function remove(table: Table, call: Call): Answer {
  checkWrites(table, call);
  const row = found(table, call);
  table.beforeDelete?.(call, row);
  table.rows(call.portal.state).delete(row.id);
  table.afterDelete?.(call, row);
  return { result: true };
}

function listRows(table: Table, call: Call): Answer {
  checkReads(table, call);
  table.checkList?.(call);
  const isField = (field: string): boolean => Object.hasOwn(table.fields, field) || field === "id";
  const view = (row: CatalogRow): Params => shown(table, call, row, "many");
  return listAnswer(call.params, [...table.rows(call.portal.state).values()], { many: table.many, isField, view });
}

/**
 * A page of records under their name: filtered, ordered, and each with what was selected of it.
 *
 * @throws RestError for a filter or an order by a field that there is not.
 */
export function listAnswer<Row extends Record<string, unknown>>(
  params: Params,
  all: readonly Row[],
  { many, isField, view }: { many: string; isField: (field: string) => boolean; view: (row: Row) => Params },
): Answer {
  const column = (field: string): ((row: Row) => unknown) | null => (isField(field) ? (row) => row[field] : null);
  const unknown = (key: string): RestError => refused(`The field ${key} is not known`);
  const rows = all.filter(filterOf(record(params, "filter"), column, unknown));
  const compare = orderOf(record(params, "order"), column, unknown);
  const sorted = compare === null ? rows : rows.toSorted(compare);
  const { result, ...counted } = page(sorted, integer(params, "start") ?? 0);
  const select = list(params, "select").map(String);
  const isWanted = (name: string): boolean => select.length === 0 || select.includes("*") || select.includes(name);
  const selected = (row: Row): Params =>
    Object.fromEntries(Object.entries(view(row)).filter(([name]) => isWanted(name)));
  return { result: { [many]: result.map(selected) }, ...counted };
}

function givenFields({ fields, isSettable }: Table, { params }: Call, verb: "add" | "update"): Params {
  const given = Object.entries(readFields(record(params, "fields"), fields));
  return Object.fromEntries(given.filter(([name]) => isSettable?.(name, verb) ?? true));
}

function shown({ view }: Table, call: Call, row: CatalogRow, place: Place): Params {
  return view === undefined ? row : view(call, row, place);
}

function found({ rows, one, errors }: Table, { portal, params }: Call): CatalogRow {
  const row = rows(portal.state).get(integer(params, "id") ?? 0);
  if (row === undefined) throw errors?.notFound ?? refused(`${one} does not exist.`);
  return row;
}

/** Only the shop's managers write. */
function checkWrites({ errors }: Table, { caller }: Call): void {
  if (caller.user.role === "manager") return;
  throw errors?.mayNotWrite ?? badRequest(NO_RIGHTS, "Access Denied");
}

function checkReads({ errors }: Table, { caller }: Call): void {
  if (errors?.mayNotRead !== undefined && caller.user.role !== "manager") throw errors.mayNotRead;
}
