import type { FlowOrigin } from "@botdeck/contracts";
import { B24Error } from "@botdeck/b24-client";
import { createFolderCache, isTaskCompleted, putOnDisk } from "@botdeck/crm";
import { type DatabaseHandle, noteDiskFile, readKeptFile } from "@botdeck/db";
import type { PortalClients } from "@botdeck/portal-clients";

const FOLDER = "Botdeck";

/** What flows ask the portal itself; nothing of it shows to the client. */
export type FlowPortal = {
  /**
   * Puts a kept file on the portal's disk, once.
   *
   * @returns Its id there; null when the file was erased or the portal does not let us write.
   */
  putOnDisk(origin: FlowOrigin, keptId: string): Promise<string | null>;
  /** Whether the task that this flow has asked for was completed. */
  isTaskCompleted(origin: FlowOrigin): Promise<boolean>;
};

type Deps = { db: DatabaseHandle["db"]; clients: Pick<PortalClients, "forPortal">; currentWorkflowId: () => string };

export function createFlowPortal({ db, clients, currentWorkflowId }: Deps): FlowPortal {
  const folders = createFolderCache();
  return {
    async putOnDisk({ portalId }, keptId) {
      const file = await readKeptFile(db, keptId);
      if (file === null) return null;
      if (file.diskFileId !== null) return file.diskFileId;
      const client = await clients.forPortal(portalId);
      try {
        const { name, content } = file;
        const onDisk = { portalId, folderName: FOLDER, name, content, key: keptId };
        const diskFileId = await putOnDisk(client, onDisk, folders, { lane: "crm" });
        await noteDiskFile(db, keptId, diskFileId);
        return diskFileId;
      } catch (error) {
        // No second try would change that.
        if (error instanceof B24Error && error.code === "forbidden") return null;
        throw error;
      }
    },

    async isTaskCompleted({ portalId }) {
      return isTaskCompleted(await clients.forPortal(portalId), currentWorkflowId(), { lane: "digest" });
    },
  };
}
