import type { SentFile, Slots } from "@botdeck/dialog/dialogs";
import { proxyActivities } from "@temporalio/workflow";

import type { Addressee } from "../flow/flow.ts";
import { type FilesOnDisk, keepFiles } from "../flow/keep-files.ts";
import type { ReturnActivities } from "./activities.ts";

/** What is written into our own tables: it succeeds as soon as they are there. */
export const returns = proxyActivities<ReturnActivities>({
  startToCloseTimeout: "8 s",
  retry: { initialInterval: "500 ms", maximumInterval: "30 s" },
});

/** Asks the portal; the next look comes anyway. */
export const { isReturnTaskDone } = proxyActivities<ReturnActivities>({
  startToCloseTimeout: "20 s",
  retry: { maximumAttempts: 2 },
});

export type KeptPhotos = FilesOnDisk;

/** Puts the client's photos on the portal's disk. A photo that cannot be put there does not hold up the return. */
export async function keepPhotos(addressee: Addressee, { photos }: Slots): Promise<KeptPhotos> {
  // safe: the dialog's slot; see `SentFile`
  const sent = Array.isArray(photos) ? (photos as SentFile[]) : [];
  return await keepFiles(
    addressee,
    sent.map(({ keptId }) => keptId),
  );
}
