import { ActivityFailure, proxyActivities } from "@temporalio/workflow";

import type { ReturnActivities } from "../product-return/activities.ts";
import type { Addressee } from "./flow.ts";

const { putPhotoOnDisk } = proxyActivities<ReturnActivities>({
  startToCloseTimeout: "60 s",
  // Some minutes: a task waits for it, and the file stays with us all the same.
  retry: { initialInterval: "1 s", maximumInterval: "60 s", maximumAttempts: 8 },
});

export type FilesOnDisk = { diskFileIds: string[]; missing: number };

/** Puts what a person sent on the portal's disk. A file that cannot be put there holds up nothing. @param keptIds Null for one that was not kept. */
export async function keepFiles(addressee: Addressee, keptIds: readonly (string | null)[]): Promise<FilesOnDisk> {
  const ids = await Promise.all(keptIds.map((keptId) => put(addressee, keptId)));
  const diskFileIds = ids.filter((id) => id !== null);
  return { diskFileIds, missing: keptIds.length - diskFileIds.length };
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
