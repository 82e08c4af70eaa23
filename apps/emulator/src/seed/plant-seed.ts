import { AppError } from "@botdeck/core";

import type { Portal } from "../portal.ts";
import { createExecutions } from "../rest/create-execution.ts";
import { execute } from "../rest/execute.ts";
import type { Execution } from "../rest/execute.ts";
import type { Caller } from "../rest/method.ts";
import { METHODS } from "../rest/methods.ts";
import type { Params } from "../rest/params.ts";
import type { Seed } from "../seed.ts";
import { seedSales } from "./sales.ts";

type Rows = Exclude<keyof Seed, "lineName" | "people" | "orders" | "sales" | "calls">;

/** The method that adds one row of a list, and the parameter that takes its fields; null where they are parameters. */
const ADDED_BY: Record<Rows, readonly [method: string, parameter: string | null]> = {
  departments: ["department.add", null],
  lines: ["imopenlines.config.add", "PARAMS"],
  companies: ["crm.company.add", "fields"],
  contacts: ["crm.contact.add", "fields"],
  leads: ["crm.lead.add", "fields"],
  deals: ["crm.deal.add", "fields"],
  tasks: ["tasks.task.add", "fields"],
  products: ["catalog.product.add", "fields"],
};

/**
 * Fills a new portal with what a seed holds beside its people, by the portal's own methods: what they refuse is refused.
 *
 * @throws AppError `invalid` that names the place in the seed, such as `deals[2]`.
 */
export async function plantSeed(portal: Portal, seed: Seed): Promise<void> {
  const execution = createExecutions(portal).rest;
  const caller = administrator(portal);
  for (const [list, [method, parameter]] of Object.entries(ADDED_BY)) {
    // safe: the keys of ADDED_BY are lists of the seed.
    for (const [index, fields] of seed[list as Rows].entries()) {
      const row = list === "products" ? await inCatalog(execution, caller, fields) : fields;
      await call(execution, caller, `${list}[${index}]`, method, parameter === null ? row : { [parameter]: row });
    }
  }
  for (const [index, { method, params }] of seed.calls.entries()) {
    await call(execution, caller, `calls[${index}]`, method, params);
  }
  if (seed.sales !== undefined) seedSales(portal, seed.sales);
}

function administrator(portal: Portal): Caller {
  const [user] = portal.state.people.values();
  if (user === undefined) throw new AppError("invalid", "A portal needs at least one person.");
  return { kind: "webhook", user, scopes: METHODS.flatMap(({ scopes }) => scopes), key: "seed" };
}

async function call(
  execution: Execution,
  caller: Caller,
  place: string,
  method: string,
  params: Params,
): Promise<unknown> {
  const outcome = await execute(execution, caller, method, params);
  if (outcome.ok) return outcome.answer.result;
  const { code, message } = outcome.error;
  throw new AppError("invalid", `The seed does not fit at ${place}: ${method} answered ${code} "${message}".`);
}

/** A product without a catalog goes into the portal's first one. */
async function inCatalog(execution: Execution, caller: Caller, fields: Params): Promise<Params> {
  if (fields["iblockId"] !== undefined) return fields;
  const answer = await call(execution, caller, "products", "catalog.catalog.list", {});
  // safe: Bitrix24 docs: catalog.catalog.list
  const [catalog] = (answer as { catalogs: { iblockId: number }[] }).catalogs;
  return { ...fields, iblockId: catalog?.iblockId };
}
