import { lastDigits } from "../order-number.ts";
import { phoneChunks } from "../order-phone.ts";
import type { ODataFields, ODataSettings } from "./odata-settings.ts";

/** A condition of OData 3. 1C docs: the standard OData interface, `$filter` */
export type Condition = string & { readonly kind?: "condition" };

/** Numbers that end so, in whatever way their beginning is written; null when there is nothing to look for. */
export function numberEnds({ number: field }: ODataFields, number: string): Condition | null {
  const digits = lastDigits(number);
  return digits === null ? null : `endswith(${field}, ${literal(digits)})`;
}

/** Phones that hold all groups of these digits; who asks compares them whole. */
export function phoneHolds({ phone: field }: ODataFields, phone: string): Condition | null {
  const chunks = phoneChunks(phone);
  if (chunks.length === 0) return null;
  return chunks.map((chunk) => `substringof(${literal(chunk)}, ${field})`).join(" and ");
}

/** The address of a question: documents that meet the condition, newest first, each with what its fields refer to. */
export function documentsUrl({ url, fields }: ODataSettings, condition: Condition, top: number): string {
  const expand = referencesOf(fields);
  const options = [
    ["$format", "json"],
    ["$filter", condition],
    ["$orderby", `${fields.purchased} desc`],
    ["$top", String(top)],
    ...(expand.length > 0 ? [["$expand", expand.join(",")]] : []),
  ];
  // 1C takes a plus for a plus, so blanks are %20.
  const query = options.map(([name = "", value = ""]) => `${name}=${encodeURIComponent(value)}`).join("&");
  return `${url.replace(/\/+$/, "")}/${encodeURIComponent(fields.document)}?${query}`;
}

/** A quote within a text is doubled. OData 3: abstract syntax of literals */
function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function referencesOf(fields: ODataFields): string[] {
  const { items } = fields;
  const own = [fields.status, fields.customer, fields.expected, fields.amount, fields.currency];
  const ofItem = items === null ? [] : [fields.itemArticle, fields.itemName, fields.itemCategory, fields.itemQuantity];
  const paths = [...own, ...ofItem.map((path) => (path === null ? null : `${items}/${path}`))];
  const references = paths.flatMap((path) => (path === null ? [] : [path.split("/").slice(0, -1).join("/")]));
  return [...new Set(references)].filter((path) => path !== "" && path !== items);
}
