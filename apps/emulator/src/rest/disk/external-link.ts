import type { FastifyPluginAsync } from "fastify";

import { childrenOf } from "../../disk/objects.ts";
import { newSecret } from "../../oauth/tokens.ts";
import type { Portal } from "../../portal.ts";
import type { DiskObject } from "../../state/disk.ts";
import { sendBytes } from "../send-bytes.ts";

/** The address under which anybody finds a file or a folder; always the same one. Bitrix24 docs: getExternalLink. */
export function externalLink(portal: Portal, object: DiskObject): string {
  const { externalLinks } = portal.state;
  const known = [...externalLinks.values()].find(({ objectId }) => objectId === object.id);
  const link = known ?? { id: newSecret().slice(0, 8), objectId: object.id };
  externalLinks.set(link.id, link);
  return `${portal.origin()}/~${link.id}`;
}

/** Opens external links: a file comes as a download, a folder as the list of its names. */
export const externalLinkRoute: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  app.get<{ Params: { code: string } }>("/~:code", async (request, reply) => {
    const link = portal.state.externalLinks.get(request.params.code);
    const object = link === undefined ? undefined : portal.state.diskObjects.get(link.objectId);
    if (object === undefined || object.isDeleted) return reply.code(404).type("text/plain").send("The link is dead.\n");
    if (object.kind === "file") return sendBytes(portal, reply, object);
    const names = childrenOf(portal.state, object.id).map(({ name }) => name);
    return reply.type("text/plain").send(`${[object.name, ...names].join("\n")}\n`);
  });
};
