import { type B24Client, type CallOptions, listAllRows } from "@botdeck/b24-client";

/** A project or a work group. */
export type Project = { id: string; name: string };

/** Members, moderators and the owner; who was only invited, or asks to be let in, has another letter. */
const MEMBERS = ["A", "E", "K"];

/**
 * Projects whose name has these words in it, in any case, as the client's person may see them.
 *
 * @throws B24Error when the portal does not answer or refuses.
 * @see Bitrix24 docs: sonet-group/sonet-group-get
 */
export async function findProjects(client: B24Client, words: string, options?: CallOptions): Promise<Project[]> {
  const wanted = words.trim().toLocaleLowerCase();
  const rows = await listAllRows(client, "sonet_group.get", { FILTER: { ACTIVE: "Y" } }, options);
  const projects = rows.map(({ ID, NAME }) => ({ id: ID ?? "", name: NAME ?? "" })).filter(({ id }) => id !== "");
  const same = projects.filter(({ name }) => name.toLocaleLowerCase() === wanted);
  return same.length > 0 ? same : projects.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
}

/** A project by its id; null for one that is gone, or not the client's to see. */
export async function readProject(client: B24Client, id: string, options?: CallOptions): Promise<Project | null> {
  const [row] = await client.call("sonet_group.get", { GROUP_ID: id }, options);
  return row?.ID === id ? { id, name: row.NAME ?? "" } : null;
}

/**
 * Portal user ids of who is in a project.
 *
 * @throws B24Error for a project that is gone, or not the client's to see.
 * @see Bitrix24 docs: sonet-group/members/sonet-group-user-get
 */
export async function projectMembers(client: B24Client, id: string, options?: CallOptions): Promise<string[]> {
  const rows = await client.call("sonet_group.user.get", { ID: id }, options);
  return rows.flatMap(({ USER_ID, ROLE }) => (USER_ID != null && MEMBERS.includes(ROLE ?? "") ? [USER_ID] : []));
}
