import { createDirectory, createDirectoryMemory, type Directory, type DirectoryMemory } from "@botdeck/crm";
import type { PortalClients } from "@botdeck/portal-clients";

/** Finds the directory of a portal. It remembers the company for some minutes, so there is one of this in a process. */
export type DirectoryOf = (portalId: string) => Promise<Directory>;

export function createDirectories(clients: Pick<PortalClients, "forPortal">): DirectoryOf {
  const memories = new Map<string, DirectoryMemory>();
  return async (portalId) => {
    const memory = memories.get(portalId) ?? createDirectoryMemory();
    memories.set(portalId, memory);
    return createDirectory(await clients.forPortal(portalId), { memory });
  };
}
