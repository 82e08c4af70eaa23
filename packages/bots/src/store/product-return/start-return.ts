import { PRODUCT_RETURN } from "@botdeck/contracts/names";
import type { Moves } from "@botdeck/dialog";

import type { StoreContext } from "../store-context.ts";
import { numberTold, phoneTold } from "../told-before.ts";
import { returnDialog } from "./return-dialog.ts";

/** As many as a manager looks at. */
const MOST_PHOTOS = 5;

/** Starts the workflow that leads a return, with what the client has said and sent so far. */
export function startReturn(ctx: StoreContext): Moves {
  const { returnDays, returnDaysByCategory, managerId, supervisorId } = ctx.settings;
  const photos = ctx.files.filter(({ problem }) => problem === null).slice(-MOST_PHOTOS);
  const slots = {
    returnDays,
    returnDaysByCategory,
    ...phoneTold(ctx),
    ...numberTold(ctx),
    ...(ctx.known["lastDialog"] === "productReturn" && typeof ctx.known["number"] === "string" && { wasTold: true }),
    ...(photos.length > 0 && { photos }),
  };
  return ctx.start(PRODUCT_RETURN, {
    dialogVersion: returnDialog.version,
    slots,
    said: ctx.said,
    greets: ctx.visit?.answers === 0,
    managerId,
    supervisorId,
  });
}
