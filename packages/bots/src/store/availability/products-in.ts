import type { Named } from "@botdeck/crm";

import { orNone } from "../hand-over/call-operator.ts";
import { MOST_CHOICES } from "../requests.ts";
import type { StoreContext } from "../store-context.ts";
import { productWords } from "./product-words.ts";

const NOTHING: Named = { products: [], stores: [] };

/** What of the shop's products the words name. */
export async function productsIn(text: string, { services }: StoreContext): Promise<Named> {
  const words = productWords(text);
  return words === undefined ? NOTHING : ((await orNone(services.catalog.names(words, MOST_CHOICES))) ?? NOTHING);
}
