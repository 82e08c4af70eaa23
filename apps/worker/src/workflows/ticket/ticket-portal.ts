import { type B24Client, B24Error } from "@botdeck/b24-client";
import { type PortalTask, readOwner, readTask, readTaskComments, type TaskComment } from "@botdeck/crm";
import type { PortalClients } from "@botdeck/portal-clients";

import type { DirectoryOf } from "../../services/directories.ts";

/** How a project or a department is called whose people help others. */
const SUPPORT = /support|help ?desk|service ?desk|поддержк|хелпдеск|техпод|сервис-?деск/iu;
const CALLS = { lane: "digest" } as const;

/** Who works on tickets, and in which project. */
export type Team = { projectId: string | null; members: string[] };

/** A task with what was written about it. `ownerId` is whose rights we have: what we write there is theirs. */
export type TaskAsSeen = { task: PortalTask; comments: TaskComment[]; ownerId: string };

/** What tickets ask the portal itself. */
export type TicketPortal = {
  /** The project named like support and who is in it; else the department of such a name, else nobody. */
  findTeam(portalId: string): Promise<Team>;
  /** Whether the portal tells of changes of its tasks. */
  hasEvents(portalId: string): Promise<boolean>;
  /** Empty for who is not known. */
  nameOf(portalId: string, userId: string): Promise<string>;
  /** Who leads a person, the nearest first. */
  headsAbove(portalId: string, userId: string): Promise<readonly string[]>;
  /** Null when the task is gone. */
  readTask(portalId: string, asked: { taskId: string; afterId: string }): Promise<TaskAsSeen | null>;
};

type Deps = {
  clients: Pick<PortalClients, "forPortal">;
  directoryOf: DirectoryOf;
  portalById: (id: string) => Promise<{ auth: "oauth" | "webhook" } | null>;
};

export function createTicketPortal({ clients, directoryOf, portalById }: Deps): TicketPortal {
  return {
    async findTeam(portalId) {
      const [client, directory] = await Promise.all([clients.forPortal(portalId), directoryOf(portalId)]);
      const project = await supportProject(client);
      const inProject = project === null ? [] : await membersOf(client, project);
      const people = await Promise.all(inProject.map((id) => directory.person(id)));
      const members = people.flatMap((person) => (person?.isActive === true ? [person.id] : []));
      if (members.length > 0) return { projectId: project, members };
      for (const words of ["support", "поддержка"]) {
        const [department] = await directory.findDepartments(words);
        if (department === undefined) continue;
        const colleagues = await directory.membersOf(department.item.id, { isWhole: true });
        if (colleagues.length > 0) return { projectId: project, members: colleagues.map(({ id }) => id) };
      }
      return { projectId: project, members: [] };
    },

    hasEvents: async (portalId) => (await portalById(portalId))?.auth === "oauth",
    nameOf: async (portalId, userId) => (await (await directoryOf(portalId)).person(userId))?.name ?? "",
    headsAbove: async (portalId, userId) => await (await directoryOf(portalId)).headsAbove(userId),

    async readTask(portalId, { taskId, afterId }) {
      const client = await clients.forPortal(portalId);
      const task = await readTask(client, taskId, CALLS);
      if (task === null) return null;
      const [comments, ownerId] = await Promise.all([
        readTaskComments(client, { taskId, afterId, chatId: task.chatId }, CALLS),
        readOwner(client, CALLS),
      ]);
      return { task, comments, ownerId };
    },
  };
}

/** Null also where the app may not see projects. */
async function supportProject(client: B24Client): Promise<string | null> {
  const groups = await client.call("sonet_group.get", { ORDER: { ID: "ASC" } }, CALLS).catch(noneWhereForbidden);
  return groups.find(({ NAME, CLOSED }) => CLOSED !== true && SUPPORT.test(NAME ?? ""))?.ID ?? null;
}

async function membersOf(client: B24Client, projectId: string): Promise<string[]> {
  const rows = await client.call("sonet_group.user.get", { ID: projectId }, CALLS);
  // Bitrix24 docs: sonet-group/members, ROLE: A owner, E moderator, K member; others only asked to be one.
  return rows.flatMap(({ USER_ID, ROLE }) => (USER_ID != null && /^[AEK]$/.test(ROLE ?? "") ? [USER_ID] : []));
}

function noneWhereForbidden(error: unknown): [] {
  if (error instanceof B24Error && error.code === "forbidden") return [];
  throw error;
}
