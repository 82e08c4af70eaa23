import fastifyMultipart from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";

import { checkNames } from "./body-limits.ts";
import { decodePhpPairs, MAX_VARIABLES } from "./decode-php-form.ts";
import type { FormFile } from "./decode-php-form.ts";

/** The largest file of a portal's chat. Bitrix24 docs: chat-bots-v2/imbot.v2/files. */
const LARGEST_FILE_BYTES = 100 * 1024 * 1024;
/** Such a file may also stand in a field, as base64. */
const LARGEST_FIELD_BYTES = 150 * 1024 * 1024;
const MOST_FILES = 20;

/** Reads multipart forms into `request.body`, a file as the pair of name and base64 that methods take. */
export async function acceptMultipart(app: FastifyInstance): Promise<void> {
  await app.register(fastifyMultipart, {
    limits: {
      fileSize: LARGEST_FILE_BYTES,
      fieldSize: LARGEST_FIELD_BYTES,
      files: MOST_FILES,
      fields: MAX_VARIABLES,
      parts: MAX_VARIABLES + MOST_FILES,
    },
  });
  app.addHook("preHandler", async (request) => {
    if (request.isMultipart()) request.body = await readParts(request);
  });
}

async function readParts(request: FastifyRequest): Promise<Record<string, unknown>> {
  const pairs: [string, string | FormFile][] = [];
  for await (const part of request.parts()) {
    if (part.type === "file") pairs.push([part.fieldname, [part.filename, (await part.toBuffer()).toString("base64")]]);
    else pairs.push([part.fieldname, String(part.value)]);
  }
  checkNames(pairs.map(([name]) => name));
  return decodePhpPairs(pairs);
}
