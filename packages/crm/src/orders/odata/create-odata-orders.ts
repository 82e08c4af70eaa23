import type { Breaker } from "@botdeck/core";
import { z } from "zod";

import { type Fetch, fetchJson, sourceFailed } from "../fetch-json.ts";
import { pickByNumber } from "../order-number.ts";
import { toE164 } from "../../clients/phones.ts";
import type { Order, OrderSource } from "../order.ts";
import { nameOfSource } from "../source-address.ts";
import { statusReader } from "../status-words.ts";
import { type Condition, documentsUrl, numberEnds, phoneHolds } from "./odata-query.ts";
import type { ODataSettings } from "./odata-settings.ts";
import { MissingField, type ReadOrder, readDocument } from "./read-document.ts";

/** More documents than this are not looked through for the one that is meant. */
const MOST_DOCUMENTS = 50;
const MOST_OF_PHONE = 10;

const Answer = z.object({ value: z.array(z.record(z.string(), z.unknown())) });

type Deps = { fetch: Fetch; breaker: Breaker };

/**
 * Orders of a 1C base, by its standard OData interface (protocol 3, JSON).
 *
 * @see 1C:Enterprise developer guide, 17.2 "Standard OData interface"
 */
export function createODataOrders(settings: ODataSettings, { fetch, breaker }: Deps): OrderSource {
  const { url, login, password, fields, statuses, timeoutMs } = settings;
  const source = nameOfSource("1C", url);
  const authorization = `Basic ${Buffer.from(`${login}:${password}`, "utf8").toString("base64")}`;
  const statusOf = statusReader(statuses, source);

  async function ask(condition: Condition, signal: AbortSignal | undefined): Promise<ReadOrder[]> {
    const address = documentsUrl(settings, condition, MOST_DOCUMENTS);
    const answer = Answer.safeParse(await fetchJson(fetch, { source, url: address, authorization, timeoutMs, signal }));
    if (!answer.success) throw sourceFailed(source, "its answer has not the form of OData (no list in `value`)");
    return answer.data.value.flatMap((document) => readDocument(document, fields) ?? []);
  }

  const askSparing = (condition: Condition | null, signal: AbortSignal | undefined): Promise<ReadOrder[]> =>
    condition === null ? Promise.resolve([]) : breaker.run(() => ask(condition, signal).catch(explain), signal);

  // Only the word of an order that is meant has to be known.
  const told = ({ statusWord, ...order }: ReadOrder): Order => ({ ...order, status: statusOf([statusWord]) });

  return {
    async byNumber(number, signal) {
      const order = pickByNumber(await askSparing(numberEnds(fields, number), signal), number);
      return order === null ? null : told(order);
    },
    async byPhone(phone, signal) {
      const owner = toE164(phone);
      const orders = await askSparing(phoneHolds(fields, phone), signal);
      const theirs = orders.filter((order) => order.phone !== null && order.phone === owner);
      return theirs.slice(0, MOST_OF_PHONE).map(told);
    },
  };

  function explain(error: unknown): never {
    if (!(error instanceof MissingField)) throw error;
    throw sourceFailed(
      source,
      `its ${fields.document} has no field ${error.field}. Name the right one in its settings`,
    );
  }
}
