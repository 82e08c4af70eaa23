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
  rows: (state: State) => Map<number, CatalogRow>;
  /** Name of the series that its ids come from. */
  series: string;
  /** All fields, each with a value of its kind. */
  fields: Params;
  /** Runs before anything is read: makes what every portal has. */
  prepare?: (call: Call) => void;
  /** What a new record holds besides what was given. @throws RestError for what does not fit. */
  fill?: (call: Call, given: Params) => Params | Promise<Params>;
  /** What of a change is kept. @throws RestError for what does not fit. */
  change?: (call: Call, given: Params, before: CatalogRow) => Params | Promise<Params>;
  /** Runs after a record was written. */
  afterWrite?: (call: Call, row: CatalogRow) => void;
  /** The record as answers show it. */
  view?: (call: Call, row: CatalogRow) => Params;
  /** Checks a list's parameters. @throws RestError */
  checkList?: (call: Call) => void;
};

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
  return Object.entries(runs)
    .map(([verb, run]) => ({ name: `${table.prefix}.${verb}`, scopes: [table.scope], run: withBasics(table, run) }))
    .filter(({ name }) => PLATFORM_METHODS.some((known) => known === name));
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
  checkRights(call);
  const given = readFields(record(call.params, "fields"), table.fields);
  const filled = (await table.fill?.(call, given)) ?? {};
  const id = nextId(call.portal.state, table.series);
  const row: CatalogRow = { ...emptyRecord(table.fields), ...given, ...filled, id };
  table.rows(call.portal.state).set(id, row);
  table.afterWrite?.(call, row);
  return { result: { [table.written ?? table.one]: shown(table, call, row) } };
}

function getOne(table: Table, call: Call): Answer {
  return { result: { [table.one]: shown(table, call, found(table, call)) } };
}

async function update(table: Table, call: Call): Promise<Answer> {
  checkRights(call);
  const before = found(table, call);
  const given = readFields(record(call.params, "fields"), table.fields);
  const change = (await table.change?.(call, given, before)) ?? given;
  const row: CatalogRow = { ...before, ...change, id: before.id };
  table.rows(call.portal.state).set(row.id, row);
  table.afterWrite?.(call, row);
  return { result: { [table.written ?? table.one]: shown(table, call, row) } };
}

function remove(table: Table, call: Call): Answer {
  checkRights(call);
  table.rows(call.portal.state).delete(found(table, call).id);
  return { result: true };
}

function listRows(table: Table, call: Call): Answer {
  table.checkList?.(call);
  const column = (field: string): ((row: CatalogRow) => unknown) | null =>
    field in table.fields || field === "id" ? (row) => row[field] : null;
  const unknown = (key: string): RestError => refused(`The field ${key} is not known`);
  const matches = filterOf(record(call.params, "filter"), column, unknown);
  const compare = orderOf(record(call.params, "order"), column, unknown);
  const rows = [...table.rows(call.portal.state).values()].filter(matches);
  const sorted = compare === null ? rows : rows.toSorted(compare);
  const { result, ...counted } = page(sorted, integer(call.params, "start") ?? 0);
  const select = list(call.params, "select").map(String);
  const isWanted = (name: string): boolean => select.length === 0 || select.includes("*") || select.includes(name);
  const view = (row: CatalogRow): Params =>
    Object.fromEntries(Object.entries(shown(table, call, row)).filter(([name]) => isWanted(name)));
  return { result: { [table.many]: result.map(view) }, ...counted };
}

function shown({ view }: Table, call: Call, row: CatalogRow): Params {
  return view === undefined ? row : view(call, row);
}

function found({ rows, one }: Table, { portal, params }: Call): CatalogRow {
  const row = rows(portal.state).get(integer(params, "id") ?? 0);
  if (row === undefined) throw refused(`${one} does not exist.`);
  return row;
}

/** Only the shop's managers write. */
function checkRights({ caller }: Call): void {
  if (caller.user.role !== "manager") throw badRequest(NO_RIGHTS, "Access Denied");
}
