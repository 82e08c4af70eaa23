import type { Move } from "@botdeck/dialog";

import type { SalesContext } from "./sales-context.ts";

/** A group sees many lists; an older one is shown anew instead of being changed. */
const MOST = 40;

/** A list that stands in this dialog: its message's key, and whose it is. */
type Shown = { key: string; ownerId: string };

/** Notes that what is said next is a list of the person's. */
export const noteList = (ctx: SalesContext): Move =>
  ctx.know({ lists: [...shownIn(ctx), { key: ctx.saidKey, ownerId: ctx.person.id }].slice(-MOST) });

/** Whether a message of this dialog is a list of the person's. A button's key may have been typed, and may be of anything. */
export const isOwnList = (ctx: SalesContext, key: string): boolean =>
  shownIn(ctx).some((one) => one.key === key && one.ownerId === ctx.person.id);

// safe: as `noteList` left it
const shownIn = ({ known }: SalesContext): readonly Shown[] => (known["lists"] as readonly Shown[] | undefined) ?? [];
