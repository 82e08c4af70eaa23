import { PAY_SYSTEMS, PERSON_TYPES, SHOP_STATUSES, shopName } from "../../sale/shop.ts";
import { listAnswer } from "../catalog/table.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { list, record, text, type Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { filterOf, orderOf } from "../row-filter.ts";
import { MAY_NOT_READ } from "./errors.ts";

/** What a shop comes with. Bitrix24 docs: api-reference/sale: status, status-lang, person-type, pay-system. */
export const shopListMethods: RestMethod[] = [
  { name: "sale.status.list", run: (call: Call) => listed(call, "statuses", statuses()) },
  {
    name: "sale.status.get",
    run: (call: Call) => one(call, "status", statuses(), badRequest("201340400001", "status is not exists")),
  },
  { name: "sale.statusLang.list", run: (call: Call) => listed(call, "statusLangs", statusNames()) },
  { name: "sale.persontype.list", run: (call: Call) => listed(call, "personTypes", personTypes(call)) },
  {
    name: "sale.persontype.get",
    run: (call: Call) =>
      one(call, "personType", personTypes(call), badRequest("200740400001", "person type is not exists")),
  },
  { name: "sale.paysystem.list", run: paySystemList, scopes: ["pay_system", "sale"] },
].map((method) => ({ scopes: ["sale"], ...method, run: forManagers(method.run) }));

function forManagers(run: (call: Call) => Answer) {
  return (call: Call): Answer => {
    if (call.caller.user.role !== "manager") throw MAY_NOT_READ;
    return run(call);
  };
}

function statuses(): Params[] {
  return SHOP_STATUSES.map(({ id, type, sort, color }) => ({ id, type, sort, color, notify: "Y", xmlId: null }));
}

function statusNames(): Params[] {
  return SHOP_STATUSES.flatMap(({ id, names }) =>
    Object.entries(names).map(([lid, name]) => ({ statusId: id, lid, name, description: "" })),
  );
}

function personTypes({ portal }: Call): Params[] {
  return PERSON_TYPES.map((type) => {
    const name = shopName(portal.state, type);
    return { id: type.id, name, sort: String(type.id * 100), active: "Y", code: null, xmlId: null };
  });
}

function listed({ params }: Call, many: string, rows: Params[]): Answer {
  const fields = Object.keys(rows[0] ?? {});
  return listAnswer(params, rows, { many, isField: (field) => fields.includes(field), view: (row) => row });
}

function one({ params }: Call, name: string, rows: Params[], notFound: Error): Answer {
  const row = rows.find(({ id }) => String(id) === text(params, "id"));
  if (row === undefined) throw notFound;
  return { result: { [name]: row } };
}

/** Unlike the others it takes and shows names in upper case, and is not paged. */
function paySystemList({ portal, params }: Call): Answer {
  const rows = PAY_SYSTEMS.map((system) => paySystem(system.id, shopName(portal.state, system), system.isCash));
  const column = (field: string) => (rows[0] !== undefined && field in rows[0] ? (row: Params) => row[field] : null);
  const found = rows.filter(filterOf(record(params, "FILTER"), column));
  const compare = orderOf(record(params, "ORDER"), column);
  const select = list(params, "SELECT").map(String);
  const selected = (row: Params): Params =>
    select.length === 0 ? row : Object.fromEntries(Object.entries(row).filter(([name]) => select.includes(name)));
  return { result: (compare === null ? found : found.toSorted(compare)).map(selected) };
}

function paySystem(id: number, name: string, isCash: boolean): Params {
  return {
    ID: id,
    NAME: name,
    PSA_NAME: name,
    DESCRIPTION: "",
    ACTION_FILE: isCash ? "cash" : "bill",
    RESULT_FILE: null,
    NEW_WINDOW: "N",
    PS_MODE: null,
    HAVE_PAYMENT: "N",
    HAVE_ACTION: "N",
    HAVE_RESULT: "N",
    HAVE_PREPAY: "N",
    HAVE_PRICE: "N",
    HAVE_RESULT_RECEIVE: "N",
    ENCODING: null,
    ACTIVE: "Y",
    ALLOW_EDIT_PAYMENT: "Y",
    IS_CASH: isCash ? "Y" : "N",
    AUTO_CHANGE_1C: "N",
    CAN_PRINT_CHECK: "N",
    ENTITY_REGISTRY_TYPE: "ORDER",
    XML_ID: "",
    PERSON_TYPE_ID: 1,
    SORT: id * 100,
    TARIFF: null,
  };
}
