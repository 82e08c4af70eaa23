import { contactsOfCompany, setContactsOfCompany, withOnePrimary } from "../../crm/company-contacts.ts";
import { COMPANY, CONTACT, DEAL, findRecord, LEAD, type EntityKind } from "../../crm/entity-kind.ts";
import { updateRecord } from "../../crm/update-record.ts";
import type { Binding, CrmRecord } from "../../state/crm.ts";
import type { State } from "../../state/state.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { flag, integer, list, record, upperKeys, type Params } from "../params.ts";
import { badRequest, type RestError } from "../rest-error.ts";
import { recordOf } from "./old-entity.ts";

const SCOPES = ["crm"];
const SORT_STEP = 10;
const NO_OWNER = badRequest("", "The parameter 'ownerEntityID' is invalid or not defined.");
const INVALID_FIELDS = badRequest("", "The parameter 'fields' is not valid.");

/** The ties of one kind of entity to another, whichever side keeps them. */
type Side = {
  /** `crm.deal.contact` */
  name: string;
  owner: EntityKind;
  other: EntityKind;
  /** `CONTACT_ID` */
  field: string;
  /** Only some have a documented `fields` method. */
  isDescribed: boolean;
  read(state: State, owner: CrmRecord): Binding[];
  write(state: State, owner: CrmRecord, bindings: Binding[]): void;
};

const SIDES: readonly Side[] = [
  ...[LEAD, DEAL].map((owner) => contactsOf(owner)),
  {
    name: "crm.contact.company",
    owner: CONTACT,
    other: COMPANY,
    field: "COMPANY_ID",
    isDescribed: false,
    read: (_state, { companies }) => companies,
    write: (_state, contact, bindings) => void (contact.companies = bindings),
  },
  {
    name: "crm.company.contact",
    owner: COMPANY,
    other: CONTACT,
    field: "CONTACT_ID",
    isDescribed: true,
    read: contactsOfCompany,
    write: setContactsOfCompany,
  },
];

/** Contacts of leads, deals and companies, companies of contacts. Bitrix24 docs: crm.deal.contact.items.set. */
export const bindingMethods: RestMethod[] = SIDES.flatMap((side) => {
  const missing = { id: NO_OWNER, fields: notAParameterArray("fields"), items: notAParameterArray("items") };
  const method = (name: string, run: (call: Call, side: Side) => Answer): RestMethod => ({
    name: `${side.name}.${name}`,
    scopes: SCOPES,
    missing,
    run: (call) => run(call, side),
  });
  return [
    method("add", add),
    method("delete", remove),
    method("items.get", getItems),
    method("items.set", setItems),
    method("items.delete", deleteItems),
    ...(side.isDescribed ? [method("fields", fields)] : []),
  ];
});

function add(call: Call, side: Side): Answer {
  const { state } = call.portal;
  const owner = recordOf(call, side.owner);
  const given = readBinding(state, side, upperKeys(record(call.params, "fields")));
  const current = side.read(state, owner).filter(({ id }) => id !== given.id);
  const sort = given.sort || Math.max(0, ...current.map((tie) => tie.sort)) + SORT_STEP;
  write(call, side, owner, withOnePrimary([...current, { ...given, sort }], given.isPrimary ? given.id : null));
  return TRUE;
}

function remove(call: Call, side: Side): Answer {
  const { state } = call.portal;
  const owner = recordOf(call, side.owner);
  const id = integer(upperKeys(record(call.params, "fields")), side.field);
  const current = side.read(state, owner);
  if (!current.some((tie) => tie.id === id)) throw INVALID_FIELDS;
  write(call, side, owner, withOnePrimary(current.filter((tie) => tie.id !== id)));
  return TRUE;
}

function getItems(call: Call, side: Side): Answer {
  const ties = side.read(call.portal.state, recordOf(call, side.owner));
  const rows = ties
    .toSorted((one, other) => one.sort - other.sort)
    .map(({ id, sort, isPrimary }) => ({
      [side.field]: id,
      SORT: sort,
      ROLE_ID: 0,
      IS_PRIMARY: isPrimary ? "Y" : "N",
    }));
  return { result: rows };
}

function setItems(call: Call, side: Side): Answer {
  const { state } = call.portal;
  const owner = recordOf(call, side.owner);
  const items = call.params["items"];
  if (typeof items !== "object" || items === null) throw notAParameterArray("items");
  const ties = list(call.params, "items").map((item, index) => {
    const tie = readBinding(state, side, upperKeys(record({ item }, "item")));
    return { ...tie, sort: tie.sort || (index + 1) * SORT_STEP };
  });
  write(call, side, owner, withOnePrimary(ties));
  return TRUE;
}

function deleteItems(call: Call, side: Side): Answer {
  write(call, side, recordOf(call, side.owner), []);
  return TRUE;
}

function fields(_call: Call, side: Side): Answer {
  const field = (type: string, isRequired: boolean, title: string): object => ({
    type,
    isRequired,
    isReadOnly: false,
    isImmutable: false,
    isMultiple: false,
    isDynamic: false,
    title,
  });
  return {
    result: {
      [side.field]: field("integer", true, side.other.title),
      SORT: field("integer", false, "Sorting"),
      IS_PRIMARY: field("char", false, "Primary"),
    },
  };
}

/** Ties are a part of the owner: changing them is an update of it. */
function write({ portal, caller }: Call, side: Side, owner: CrmRecord, ties: Binding[]): void {
  side.write(portal.state, owner, ties);
  updateRecord(portal, side.owner, owner, {}, caller.user.id);
}

function notAParameterArray(name: string): RestError {
  return badRequest("", `The parameter '${name}' must be array.`);
}

function readBinding(state: State, side: Side, given: Params): Binding {
  const id = integer(given, side.field);
  if (id === null || findRecord(state, side.other, id) === null) throw INVALID_FIELDS;
  return { id, sort: integer(given, "SORT") ?? 0, isPrimary: flag(given, "IS_PRIMARY", false) };
}

function contactsOf(owner: EntityKind): Side {
  return {
    name: `crm.${owner.code.toLowerCase()}.contact`,
    owner,
    other: CONTACT,
    field: "CONTACT_ID",
    isDescribed: owner === DEAL,
    read: (_state, { contacts }) => contacts,
    write: (_state, one, bindings) => void (one.contacts = bindings),
  };
}
