import type { FlowOrigin } from "@botdeck/contracts";
import type { ProductCatalog } from "@botdeck/crm";

import type { FlowBots } from "../../temporal/flow-bots.ts";
import type { FlowVoice } from "../../temporal/flow-voice.ts";
import type { Addressee } from "../flow/flow.ts";

type Watched = { id: string; name: string };
type Deps = { voice: FlowVoice; bots: FlowBots; catalogOf: (origin: FlowOrigin) => Promise<ProductCatalog> };

/** Products of the same name that are looked through for the one that is watched. */
const MOST_FOUND = 10;

export function createStockWatchActivities({ voice, bots, catalogOf }: Deps) {
  return {
    async isInStock({ origin }: Addressee, { id, name }: Watched): Promise<boolean> {
      const found = await (await catalogOf(origin)).find(name, MOST_FOUND);
      const product = found.find((each) => each.id === id);
      if (product === undefined) return false;
      return (product.total ?? product.stock.reduce((sum, { amount }) => sum + amount, 0)) > 0;
    },

    async tellBack(
      { origin, language }: Addressee,
      { key, product }: { key: string; product: Watched },
    ): Promise<void> {
      const t = await bots.translate(origin, language);
      await voice.tell(origin, { key, text: t("watchBack", { name: product.name }) });
    },

    endWatch: ({ origin }: Addressee, { outcome }: { outcome: string }): Promise<void> => voice.end(origin, outcome),
  };
}

export type StockWatchActivities = ReturnType<typeof createStockWatchActivities>;
