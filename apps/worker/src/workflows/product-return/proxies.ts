import type { SentFile, Slots } from "@botdeck/dialog/dialogs";
import { ActivityFailure, proxyActivities } from "@temporalio/workflow";

import type { Addressee } from "../flow/flow.ts";
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

const { putPhotoOnDisk } = proxyActivities<ReturnActivities>({
  startToCloseTimeout: "60 s",
  // Some minutes: the manager's task waits for it, and the photo stays with us all the same.
  retry: { initialInterval: "1 s", maximumInterval: "60 s", maximumAttempts: 8 },
});

export type KeptPhotos = { diskFileIds: string[]; missing: number };

/** Puts the client's photos on the portal's disk. A photo that cannot be put there does not hold up the return. */
export async function keepPhotos(addressee: Addressee, { photos }: Slots): Promise<KeptPhotos> {
  // safe: the dialog's slot; see `SentFile`
  const sent = Array.isArray(photos) ? (photos as SentFile[]) : [];
  const ids = await Promise.all(sent.map(({ keptId }) => put(addressee, keptId)));
  const diskFileIds = ids.filter((id) => id !== null);
  return { diskFileIds, missing: sent.length - diskFileIds.length };
}

async function put(addressee: Addressee, keptId: string | null): Promise<string | null> {
  if (keptId === null) return null;
  try {
    return await putPhotoOnDisk(addressee, keptId);
  } catch (error) {
    if (error instanceof ActivityFailure) return null;
    throw error;
  }
}
