import { allKinds, DEAL } from "../../crm/entity-kind.ts";
import type { State } from "../../state/state.ts";
import type { RestMethod } from "../method.ts";

const SCOPES = ["crm"];

type Entry = readonly [id: number, name: string];

const PLAIN: Readonly<Record<string, readonly Entry[]>> = {
  activitydirection: [
    [0, ""],
    [1, "Incoming"],
    [2, "Outgoing"],
  ],
  activitynotifytype: [
    [0, ""],
    [1, "min."],
    [2, "h."],
    [3, "d."],
  ],
  activitypriority: [
    [0, ""],
    [1, "Low"],
    [2, "Normal"],
    [3, "High"],
  ],
  activitystatus: [
    [0, ""],
    [1, "Pending"],
    [2, "Completed"],
    [3, "Completed automatically"],
  ],
  activitytype: [
    [0, ""],
    [1, "Meeting"],
    [2, "Call"],
    [3, "Task"],
    [4, "E-mail"],
    [5, "Action"],
    [6, "Custom activity"],
  ],
  addresstype: [
    [11, "Delivery address"],
    [1, "Street address"],
    [6, "Registered address"],
    [4, "Registration address"],
    [8, "Mailing address"],
    [9, "Beneficiary address"],
  ],
  contenttype: [
    [0, ""],
    [1, "Plain text"],
    [2, "bbCode"],
    [3, "HTML"],
  ],
  "settings.mode": [
    [1, "Classic CRM"],
    [2, "Simple CRM"],
  ],
};

/** Kinds of the CRM that the emulator keeps no records of. */
const OTHER_OWNERS: readonly (readonly [number, string, string, string])[] = [
  [5, "Invoice (old version)", "INVOICE", "I"],
  [31, "Invoice", "SMART_INVOICE", "SI"],
  [7, "Quote", "QUOTE", "Q"],
  [8, "Details", "REQUISITE", "RQ"],
];

/** Closed lists of the CRM. Bitrix24 docs: api-reference/crm/auxiliary/enum. */
export const enumMethods: RestMethod[] = [
  ...Object.entries(PLAIN).map(([name, entries]): RestMethod => ({
    name: `crm.enum.${name}`,
    scopes: SCOPES,
    missing: "own",
    run: () => ({ result: entries.map(([id, title]) => entry(id, title, null, null)) }),
  })),
  {
    name: "crm.enum.ownertype",
    scopes: SCOPES,
    missing: "own",
    run: ({ portal }) => ({ result: ownerTypes(portal.state) }),
  },
  {
    name: "crm.enum.getorderownertypes",
    scopes: SCOPES,
    missing: "own",
    run: () => ({ result: [{ attribute: "DYN", code: DEAL.code, id: DEAL.entityTypeId, name: DEAL.title }] }),
  },
  { name: "crm.enum.fields", scopes: SCOPES, missing: "own", run: () => ({ result: FIELDS }) },
];

function ownerTypes(state: State): object[] {
  const own = allKinds(state).map(({ entityTypeId, title, code, ownerType }) =>
    entry(entityTypeId, title, code, ownerType),
  );
  return [...own, ...OTHER_OWNERS.map(([id, title, code, short]) => entry(id, title, code, short))];
}

function entry(id: number, name: string, code: string | null, short: string | null): object {
  return { ID: id, NAME: name, SYMBOL_CODE: code, SYMBOL_CODE_SHORT: short };
}

const FIELDS = Object.fromEntries(
  [
    ["ID", "int", "ID"],
    ["NAME", "string", "Name"],
    ["SYMBOL_CODE", "string", "Symbolic code"],
    ["SYMBOL_CODE_SHORT", "string", "Short symbolic code"],
  ].map(([name, type, title]) => [
    name,
    { type, isRequired: false, isReadOnly: true, isImmutable: false, isMultiple: false, isDynamic: false, title },
  ]),
);
