import multipart from "@fastify/multipart";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";

import { addFile } from "../../disk/objects.ts";
import type { Portal } from "../../portal.ts";
import type { DiskFile } from "../../state/disk.ts";
import { nextId } from "../../state/state.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { decodePhpForm } from "../../wire/decode-php-form.ts";
import { authenticate, type Credential } from "../authenticate.ts";
import type { Caller } from "../method.ts";
import { text, type Params } from "../params.ts";
import { badRequest, RestError } from "../rest-error.ts";
import { notFound } from "./access.ts";
import { sendDiskFile } from "./download.ts";
import { newObjectView } from "./object-view.ts";
import { chooseName } from "./upload.ts";

/** What a portal takes in one upload. */
const MAX_FILE_BYTES = 2 * 1024 * 1024 * 1024;

type WebhookPath = { Params: { userId: string; code: string } };

/** Takes the file of a two-step upload, piece by piece, and serves links of webhook callers. */
export const diskTransferRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  await app.register(multipart, { limits: { fileSize: MAX_FILE_BYTES, files: 1 } });

  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof RestError)) throw error;
    return reply.code(error.status).send({ error: error.code, error_description: error.message });
  });

  app.post("/rest/upload.json", { bodyLimit: MAX_FILE_BYTES }, (request) => receive(portal, request, null));
  app.post<WebhookPath>("/rest/:userId/:code/upload/", { bodyLimit: MAX_FILE_BYTES }, (request) =>
    receive(portal, request, request.params),
  );
  app.get<WebhookPath>("/rest/:userId/:code/download/", (request, reply) =>
    sendDiskFile(portal, request.params, queryOf(request), reply),
  );
};

function queryOf({ url }: FastifyRequest): Params {
  const mark = url.indexOf("?");
  return mark < 0 ? {} : decodePhpForm(url.slice(mark + 1));
}

async function receive(portal: Portal, request: FastifyRequest, credential: Credential | null): Promise<object> {
  const startedAt = Date.now();
  const params = queryOf(request);
  const caller = authenticate(portal, { credential }, params);
  const file = await keepFile(portal, caller, request, text(params, "token"));
  portal.changed();
  const finishedAt = Date.now();
  const duration = (finishedAt - startedAt) / 1000;
  return {
    result: newObjectView({ portal, caller, params }, file),
    time: {
      start: startedAt / 1000,
      finish: finishedAt / 1000,
      duration,
      processing: duration,
      date_start: isoDate(new Date(startedAt)),
      date_finish: isoDate(new Date(finishedAt)),
    },
  };
}

/** A ticket is good for one file. @throws RestError for an unknown or used one, and for a body without a file. */
async function keepFile(portal: Portal, caller: Caller, request: FastifyRequest, ticketId: string): Promise<DiskFile> {
  const { state } = portal;
  const ticket = state.uploadTickets.get(ticketId);
  const folder = ticket === undefined ? undefined : state.diskObjects.get(ticket.folderId);
  if (ticket?.userId !== caller.user.id || folder?.kind !== "folder") throw notFound();
  const part = request.isMultipart() ? await request.file() : undefined;
  if (part === undefined) throw badRequest("ERROR_COULD_NOT_SAVE_FILE", "Could not save file");
  state.uploadTickets.delete(ticket.id);
  const contentId = nextId(state, "file");
  const sizeBytes = await portal.files.putStream(contentId, part.file);
  if (part.file.truncated) throw badRequest("ERROR_COULD_NOT_SAVE_FILE", "The file is too large");
  const name = chooseName(portal, folder, ticket.name || part.filename, ticket.isNameMadeUnique);
  return addFile(portal, folder, { name, contentId, sizeBytes }, caller.user.id);
}
