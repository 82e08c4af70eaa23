import type { B24Client, CallOptions } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import { projectMembers, readProject } from "@botdeck/crm";
import type { ServiceChat } from "@botdeck/db";

import type { DirectoryOf } from "./directories.ts";

export type ServiceChatPeopleDeps = {
  directoryOf: DirectoryOf;
  clientOf: (portalId: string) => Promise<B24Client>;
};

/** The department or project that a service chat is of, and who belongs into it now. */
export type ChatSource = { name: string; peopleIds: readonly string[] };

/**
 * Null for one that is gone, or that the portal does not show us. Of a department those of the departments below it belong to it.
 *
 * @throws B24Error when the portal does not answer.
 */
export async function readChatSource(
  { portalId, of, sourceId }: Pick<ServiceChat, "portalId" | "of" | "sourceId">,
  { directoryOf, clientOf }: ServiceChatPeopleDeps,
  options: CallOptions = {},
): Promise<ChatSource | null> {
  if (of === "department") {
    const directory = await directoryOf(portalId);
    const department = await directory.department(sourceId);
    if (department === null) return null;
    const members = await directory.membersOf(sourceId, { isWhole: true });
    return { name: department.name, peopleIds: members.map(({ id }) => id) };
  }
  const client = await clientOf(portalId);
  try {
    const project = await readProject(client, sourceId, options);
    return project === null ? null : { name: project.name, peopleIds: await projectMembers(client, sourceId, options) };
  } catch (error) {
    if (error instanceof AppError && ["not_found", "rejected", "forbidden"].includes(error.code)) return null;
    throw error;
  }
}
