import type { Breaker } from "@botdeck/core";
import { z } from "zod";

import { type Fetch, fetchJson, sourceFailed } from "../fetch-json.ts";
import { pickByNumber } from "../order-number.ts";
import { toE164 } from "../../clients/phones.ts";
import type { Order, OrderSource } from "../order.ts";
import { nameOfSource, SourceAddress, SourceTimeoutMs } from "../source-address.ts";
import { statusReader, StatusWords } from "../status-words.ts";
import { JsonAnswer, type JsonOrder, toOrder } from "./json-answer.ts";

const MOST_OF_PHONE = 10;

export const JsonSettings = z.object({
  /** Asked with `?number=` or `?phone=`. */
  url: SourceAddress,
  /** A bearer token; null when the service wants none, or a login. */
  token: z.string().min(1).nullable().default(null),
  login: z.string().min(1).nullable().default(null),
  password: z.string().nullable().default(null),
  statuses: StatusWords.default({}),
  timeoutMs: SourceTimeoutMs,
});
export type JsonSettings = z.infer<typeof JsonSettings>;

type Deps = { fetch: Fetch; breaker: Breaker };

/** Orders of a plain JSON service, as README.md describes it. */
export function createJsonOrders(settings: JsonSettings, { fetch, breaker }: Deps): OrderSource {
  const { url, statuses, timeoutMs } = settings;
  const source = nameOfSource("JSON", url);
  const authorization = authorizationOf(settings);
  const statusOf = statusReader(statuses, source);
  const told = (order: JsonOrder): Order => toOrder(order, statusOf([order.status]));

  async function ask(name: "number" | "phone", value: string, signal: AbortSignal | undefined): Promise<JsonOrder[]> {
    const address = new URL(url);
    address.searchParams.set(name, value);
    const body = await fetchJson(fetch, { source, url: address.href, authorization, timeoutMs, signal });
    const answer = JsonAnswer.safeParse(body);
    if (answer.success) return answer.data.orders;
    const places = answer.error.issues.map(({ path }) => path.join(".")).filter((path) => path !== "");
    throw sourceFailed(source, `its answer has not the agreed form (at ${places[0] ?? "its top"})`);
  }

  return {
    async byNumber(number, signal) {
      const orders = await breaker.run(() => ask("number", number, signal), signal);
      const order = pickByNumber(orders, number);
      return order === null ? null : told(order);
    },
    async byPhone(phone, signal) {
      const owner = toE164(phone);
      if (owner === null) return [];
      const orders = await breaker.run(() => ask("phone", owner, signal), signal);
      return orders
        .filter((order) => toE164(order.phone ?? "") === owner)
        .slice(0, MOST_OF_PHONE)
        .map(told);
    },
  };
}

function authorizationOf({ token, login, password }: JsonSettings): string | null {
  if (token !== null) return `Bearer ${token}`;
  if (login === null) return null;
  return `Basic ${Buffer.from(`${login}:${password ?? ""}`, "utf8").toString("base64")}`;
}
