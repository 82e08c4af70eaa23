import { ancestryOf, rootDepartment } from "../../people/department-tree.ts";
import { addDepartment, removeDepartment } from "../../people/departments.ts";
import type { Department } from "../../state/people.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { page } from "../page.ts";
import { integer, text, upperKeys, type Params } from "../params.ts";
import { filterOf, orderOf } from "../row-filter.ts";
import { badRequest, forbidden } from "../rest-error.ts";

type Row = Record<string, unknown>;

const FIELDS = { ID: "ID", NAME: "Name", SORT: "Sorting", PARENT: "Parent department", UF_HEAD: "Head" };
const USUAL_SORT = 500;

/** The company's structure. Bitrix24 docs: api-reference/departments. */
export const departmentMethods: RestMethod[] = [
  { name: "department.get", scopes: ["department"], missing: "own", run: getDepartments },
  { name: "department.fields", scopes: ["department"], missing: "own", run: () => ({ result: FIELDS }) },
  { name: "department.add", scopes: ["department"], run: add },
  { name: "department.update", scopes: ["department"], run: update },
  { name: "department.delete", scopes: ["department"], run: remove },
];

function getDepartments(call: Call): Answer {
  const params = upperKeys(call.params);
  const filter = Object.fromEntries(Object.entries(params).filter(([name]) => name.replace(/^\W+/, "") in FIELDS));
  // SORT is both a field and, in small letters, the name of the field to sort by.
  const sort = text(call.params, "sort");
  if (sort in FIELDS) delete filter["SORT"];
  const readColumn = (field: string): ((row: Row) => unknown) | null =>
    field.toUpperCase() in FIELDS ? (row) => row[field.toUpperCase()] : null;
  const rows = [...call.portal.state.departments.values()].map(view).filter(filterOf(filter, readColumn));
  const compare = sort in FIELDS ? orderOf({ [sort]: text(params, "ORDER") || "ASC" }, readColumn) : null;
  return page(compare === null ? rows : rows.toSorted(compare), integer(params, "START") ?? 0);
}

function view({ id, name, sort, parentId, headId }: Department): Row {
  return {
    ID: String(id),
    NAME: name,
    SORT: sort,
    ...(parentId !== null && { PARENT: String(parentId) }),
    ...(headId !== null && { UF_HEAD: String(headId) }),
  };
}

function add(call: Call): Answer {
  const params = asManager(call);
  const name = readName(params);
  const parentId = readParent(call, params);
  const sort = integer(params, "SORT") ?? USUAL_SORT;
  return { result: addDepartment(call.portal.state, { name, sort, parentId, headId: readHead(call, params) }).id };
}

function update(call: Call): Answer {
  const params = asManager(call);
  const department = readDepartment(call, params, "ID");
  if (params["NAME"] !== undefined) department.name = readName(params);
  if (params["PARENT"] !== undefined) moveBelow(call, department, readParent(call, params));
  if (params["UF_HEAD"] !== undefined) department.headId = readHead(call, params);
  department.sort = integer(params, "SORT") ?? department.sort;
  return TRUE;
}

function remove(call: Call): Answer {
  const department = readDepartment(call, asManager(call), "ID");
  if (department.parentId === null) throw badRequest("ERROR_CORE", "The root department can't be deleted");
  removeDepartment(call.portal.state, department);
  return TRUE;
}

function moveBelow({ portal }: Call, department: Department, parentId: number): void {
  const parent = portal.state.departments.get(parentId);
  const isCircle = parent !== undefined && ancestryOf(portal.state, parent).includes(department);
  if (isCircle || department === rootDepartment(portal.state)) {
    throw badRequest("ERROR_CORE", "A department can't be moved below itself");
  }
  department.parentId = parentId;
}

/** @throws RestError unless the caller may change the structure. */
function asManager({ caller, params }: Call): Params {
  if (caller.user.role !== "manager") throw forbidden("ACCESS_DENIED", "Access denied");
  return upperKeys(params);
}

function readName(params: Params): string {
  const name = text(params, "NAME").trim();
  if (name === "") throw badRequest("ERROR_CORE", "The name of the department is empty");
  return name;
}

function readParent(call: Call, params: Params): number {
  return readDepartment(call, params, "PARENT").id;
}

function readDepartment({ portal }: Call, params: Params, name: string): Department {
  const department = portal.state.departments.get(integer(params, name) ?? 0);
  if (department === undefined) throw badRequest("ERROR_CORE", "Department not found");
  return department;
}

function readHead({ portal }: Call, params: Params): number | null {
  const id = integer(params, "UF_HEAD") ?? 0;
  if (id === 0) return null;
  if (!portal.state.people.has(id)) throw badRequest("ERROR_CORE", "The head of the department is not known");
  return id;
}
