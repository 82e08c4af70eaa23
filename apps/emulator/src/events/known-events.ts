/**
 * Events that can be bound, by the scope that an application needs for them; "" needs none. Those of bots are not here:
 * a bot names its handlers when it is registered.
 */
const BY_SCOPE: Record<string, readonly string[]> = {
  "": [
    "ONAPPINSTALL",
    "ONAPPUPDATE",
    "ONAPPUNINSTALL",
    "ONAPPPAYMENT",
    "ONAPPTEST",
    "ONAPPMETHODCONFIRM",
    "ONOFFLINEEVENT",
  ],
  user: ["ONUSERADD"],
  crm: [
    ...changesOf("ONCRMLEAD", "ONCRMDEAL", "ONCRMCONTACT", "ONCRMCOMPANY", "ONCRMQUOTE", "ONCRMINVOICE"),
    ...changesOf("ONCRMACTIVITY", "ONCRMTIMELINECOMMENT", "ONCRMDYNAMICITEM", "ONCRMTYPE", "ONCRMREQUISITE"),
    ...changesOf("ONCRMPRODUCT", "ONCRMCURRENCY", "ONCRMADDRESS"),
    "ONCRMDEALMOVETOCATEGORY",
  ],
  task: changesOf("ONTASK", "ONTASKCOMMENT"),
  calendar: changesOf("ONCALENDARENTRY", "ONCALENDARSECTION"),
  sale: [
    "ONSALEORDERSAVED",
    "ONSALEBEFOREORDERDELETE",
    "ONPROPERTYVALUEENTITYSAVED",
    "ONPAYMENTENTITYSAVED",
    "ONSHIPMENTENTITYSAVED",
    "ONORDERENTITYSAVED",
    "ONPROPERTYVALUEDELETED",
    "ONPAYMENTDELETED",
    "ONSHIPMENTDELETED",
    "ONORDERDELETED",
  ],
  catalog: [...onChangesOf("CATALOG.PRODUCT"), ...onChangesOf("CATALOG.PRICE")],
  telephony: [
    "ONEXTERNALCALLSTART",
    "ONEXTERNALCALLBACKSTART",
    "ONVOXIMPLANTCALLINIT",
    "ONVOXIMPLANTCALLSTART",
    "ONVOXIMPLANTCALLEND",
  ],
  imopenlines: [
    "ONOPENLINEMESSAGEADD",
    "ONOPENLINEMESSAGEUPDATE",
    "ONOPENLINEMESSAGEDELETE",
    "ONSESSIONSTART",
    "ONSESSIONFINISH",
  ],
  imconnector: [
    "ONIMCONNECTORMESSAGEADD",
    "ONIMCONNECTORMESSAGEUPDATE",
    "ONIMCONNECTORMESSAGEDELETE",
    "ONIMCONNECTORDIALOGSTART",
    "ONIMCONNECTORDIALOGFINISH",
    "ONIMCONNECTORLINEDELETE",
    "ONIMCONNECTORSTATUSADD",
    "ONIMCONNECTORSTATUSDELETE",
  ],
  sonet_group: changesOf("ONSONETGROUP"),
  timeman: ["ONTIMEMANDAYSTART", "ONTIMEMANDAYFINISH"],
};

/** A smart process has its own events beside the common ones: `ONCRMDYNAMICITEMADD_130`. */
const OF_SMART_PROCESS = /^ONCRMDYNAMICITEM(?:ADD|UPDATE|DELETE)_\d+$/;

/** True for an event that an application with these scopes may bind. @param event In upper case. */
export function isBindable(event: string, scopes: readonly string[]): boolean {
  return eventNames(scopes).includes(event) || (scopes.includes("crm") && OF_SMART_PROCESS.test(event));
}

/** Names of the events that these scopes give; those of every scope without them. */
export function eventNames(scopes?: readonly string[]): string[] {
  return Object.entries(BY_SCOPE)
    .filter(([scope]) => scope === "" || scopes === undefined || scopes.includes(scope))
    .flatMap(([, names]) => names);
}

/** Names of the events of one scope; null for a scope without any. */
export function eventNamesOfScope(scope: string): readonly string[] {
  return Object.hasOwn(BY_SCOPE, scope) ? (BY_SCOPE[scope] ?? []) : [];
}

function changesOf(...prefixes: string[]): string[] {
  return prefixes.flatMap((prefix) => ["ADD", "UPDATE", "DELETE"].map((change) => prefix + change));
}

function onChangesOf(thing: string): string[] {
  return ["ADD", "UPDATE", "DELETE"].map((change) => `${thing}.ON.${change}`);
}
