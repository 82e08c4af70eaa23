import { type B24Client, type CallOptions, callTogether, command, earlier, type Told } from "@botdeck/b24-client";
import { AppError, messageOf } from "@botdeck/core";
import { z } from "zod";

import { resultOf } from "../../products/result-of.ts";
import { sourceFailed } from "../fetch-json.ts";
import { lastDigits, pickByNumber } from "../order-number.ts";
import { toE164 } from "../../clients/phones.ts";
import { phoneChunks } from "../order-phone.ts";
import type { Order, OrderSource } from "../order.ts";
import { SourceTimeoutMs } from "../source-address.ts";
import { statusReader, StatusWords } from "../status-words.ts";
import { PHONE, type PortalOrder, readPortalOrder } from "./read-portal-order.ts";
import { statusNames, wordsOfStatus } from "./status-names.ts";

const SOURCE = "The portal's shop";
const MOST_OF_PHONE = 10;
const NAMES_MS = 600_000;

export const PortalOrderSettings = z.object({
  /** By the status's id, such as `P`, or its name. */
  statuses: StatusWords.default({}),
  timeoutMs: SourceTimeoutMs,
});
export type PortalOrderSettings = z.infer<typeof PortalOrderSettings>;

type Deps = { now: () => number; lane?: CallOptions["lane"] };

/**
 * Orders of the portal's own shop: one request for a number as it is printed, two for one without its letters and for a
 * phone. Without a breaker: when the portal does not answer, nobody asks.
 *
 * @see Bitrix24 docs: sale.order.list, sale.order.get, sale.propertyvalue.list
 */
export function createPortalOrders(
  client: B24Client,
  { statuses, timeoutMs }: PortalOrderSettings,
  { now, lane = "reply" }: Deps,
): OrderSource {
  const statusOf = statusReader(statuses, SOURCE);
  let names: { ofStatuses: Map<string, string[]>; readAtMs: number } | null = null;

  return {
    byNumber: (number, signal) => within(signal, (options) => byNumber(number, options)),
    byPhone: (phone, signal) => within(signal, (options) => byPhone(phone, options)),
  };

  async function byNumber(number: string, options: CallOptions): Promise<Order | null> {
    const digits = lastDigits(number);
    if (digits === null) return null;
    const select = ["id", "accountNumber"];
    const answers = await callTogether(
      client,
      {
        exact: command("sale.order.list", { select, filter: { accountNumber: number.trim() }, order: { id: "desc" } }),
        order: command("sale.order.get", { id: earlier("exact", "orders", "0", "id") }),
        alike: command("sale.order.list", { select, filter: { "%accountNumber": digits }, order: { id: "desc" } }),
        names: wantedNames(),
      },
      options,
    );
    keepNames(answers.names);
    const alike = [...(resultOf(answers.exact).orders ?? []), ...(resultOf(answers.alike).orders ?? [])];
    const numbered = alike.flatMap(({ id, accountNumber }) =>
      id && accountNumber ? [{ id, number: accountNumber }] : [],
    );
    const meant = pickByNumber([...new Map(numbered.map((order) => [order.id, order])).values()], number);
    if (meant === null) return null;
    const known = answers.order.ok ? answers.order.result.order : null;
    const { order } = known?.id === meant.id ? { order: known } : await client.call("sale.order.get", meant, options);
    return order ? told(order) : null;
  }

  async function byPhone(phone: string, options: CallOptions): Promise<Order[]> {
    const owner = toE164(phone);
    if (owner === null) return [];
    // In whatever way it was written: any signs may stand between the groups of digits.
    const filter = { code: PHONE, "=%value": `%${phoneChunks(owner).join("%")}%` };
    const values = command("sale.propertyvalue.list", { filter, order: { id: "desc" } });
    const answers = await callTogether(client, { values, names: wantedNames() }, options);
    keepNames(answers.names);
    const theirs = (resultOf(answers.values).propertyValues ?? []).filter(({ value }) => toE164(value ?? "") === owner);
    const ids = [...new Set(theirs.map(({ orderId }) => orderId ?? ""))].filter((id) => id !== "");
    if (ids.length === 0) return [];
    const wanted = ids.slice(0, MOST_OF_PHONE).map((id) => [`order${id}`, command("sale.order.get", { id })] as const);
    const orders = Object.values(await callTogether(client, Object.fromEntries(wanted), options));
    return orders.flatMap((one) => resultOf(one).order ?? []).map(told);
  }

  function told(order: PortalOrder): Order {
    const words = wordsOfStatus(order.statusId ?? "", names?.ofStatuses ?? new Map());
    return readPortalOrder(order, order.canceled === true ? "cancelled" : statusOf(words));
  }

  /** Null for as long as they are fresh. */
  function wantedNames() {
    return names !== null && now() - names.readAtMs < NAMES_MS ? null : command("sale.statusLang.list", {});
  }

  function keepNames(answer: Told<Parameters<typeof statusNames>[0]> | null): void {
    if (answer !== null) names = { ofStatuses: statusNames(resultOf(answer)), readAtMs: now() };
  }

  async function within<Result>(
    signal: AbortSignal | undefined,
    work: (options: CallOptions) => Promise<Result>,
  ): Promise<Result> {
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      const both = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
      return await work({ lane, signal: both, maxWaitMs: timeoutMs });
    } catch (error) {
      if (error instanceof AppError && error.code === "unsupported") throw error;
      if (deadline.aborted) throw sourceFailed(SOURCE, `there was no whole answer within ${timeoutMs} ms`);
      throw sourceFailed(SOURCE, messageOf(error));
    }
  }
}
