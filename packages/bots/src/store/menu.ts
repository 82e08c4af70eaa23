import type { ButtonRows } from "@botdeck/dialog";

import { type StoreIntent, storeIntents } from "./intents.ts";
import type { StoreTextKey } from "./texts/index.ts";
import type { StoreContext } from "./store-context.ts";

type Context = Pick<StoreContext, "t">;

/** What the bot can do, as buttons. */
export const menu = (ctx: Context): { buttons: ButtonRows } => ({
  buttons: [
    [...titles(ctx, ["orderStatus"]).flat(), ...titles(ctx, ["availability"]).flat()],
    [...titles(ctx, ["productReturn"]).flat(), ...titles(ctx, ["operator"]).flat()],
  ],
});

/** One button for each of these intents, each in a row of its own. */
export const titles = ({ t }: Context, intents: readonly StoreIntent[]): ButtonRows =>
  intents.flatMap((intent) => {
    const definition: { title?: StoreTextKey; topic: string } = storeIntents[intent];
    return definition.title === undefined ? [] : [[{ text: t(definition.title), intent }]];
  });
