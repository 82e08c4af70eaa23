import type { RestMethod } from "../method.ts";

const SCOPES = ["crm"];

/** Bitrix24 docs: crm.settings.mode.get, crm.multifield.fields. */
export const settingsMethods: RestMethod[] = [
  {
    name: "crm.settings.mode.get",
    scopes: SCOPES,
    missing: "own",
    run: ({ portal }) => ({ result: portal.state.crmMode }),
  },
  { name: "crm.multifield.fields", scopes: SCOPES, missing: "own", run: () => ({ result: MULTI_FIELD }) },
];

const MULTI_FIELD = {
  ID: describe("int", "ID", true),
  TYPE_ID: describe("string", "Field type", true),
  VALUE: describe("string", "Value", false),
  VALUE_TYPE: describe("string", "Value type", false),
};

function describe(type: string, title: string, isReadOnly: boolean): object {
  return { type, isRequired: false, isReadOnly, isImmutable: false, isMultiple: false, isDynamic: false, title };
}
