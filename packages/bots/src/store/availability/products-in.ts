import type { Product } from "@botdeck/crm";

import { orNone } from "../hand-over/call-operator.ts";
import { MOST_CHOICES } from "../requests.ts";
import type { StoreContext } from "../store-context.ts";
import { productWords } from "./product-words.ts";

/** What of the shop's products the words name. */
export async function productsIn(text: string, { services }: StoreContext): Promise<readonly Product[]> {
  const words = productWords(text);
  return words === undefined ? [] : ((await orNone(services.catalog.find(words, MOST_CHOICES))) ?? []);
}
