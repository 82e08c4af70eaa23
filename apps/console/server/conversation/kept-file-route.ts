import { AppError } from "@botdeck/core";
import { type Database, readKeptFile } from "@botdeck/db";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";

import type { Session } from "../read-session.ts";
import { isAtLeast } from "../roles.ts";
import { isShownType } from "./message-extras.ts";

type Options = {
  db: Database;
  readSession: (request: FastifyRequest, reply: FastifyReply) => Promise<Session | null>;
};

const Params = z.object({ id: z.uuid() });

/** It is a stranger's: whatever it says it is, it runs nothing and loads nothing. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; sandbox";

/** What clients sent, for those who may see it: pictures as they are, anything else to be saved. */
export const keptFileRoute: FastifyPluginAsync<Options> = async (app, { db, readSession }) => {
  app.get("/files/:id", async (request, reply) => {
    const refuse = (status: number, message: string) => reply.status(status).send({ message, requestId: request.id });
    const session = await readSession(request, reply);
    if (session === null) return refuse(401, "Sign in to go on.");
    if (!isAtLeast(session.role, "operator")) return refuse(403, "Your role may not see what clients sent.");
    const { data: params } = Params.safeParse(request.params);
    const file = params === undefined ? null : await readKeptFile(db, params.id);
    if (file === null) return refuse(404, "This file is not there, or no longer.");
    const isShown = isShownType(file.contentType);
    return reply
      .headers({
        "content-security-policy": CONTENT_SECURITY_POLICY,
        "content-type": isShown ? file.contentType : "application/octet-stream",
        "content-disposition": `${isShown ? "inline" : "attachment"}; filename*=UTF-8''${encodeName(file.name)}`,
        // The same file for ever, and for nobody but this browser.
        "cache-control": "private, max-age=600, immutable",
      })
      .send(Buffer.from(file.content));
  });
};

/** As a header takes it (RFC 8187); a name that is no text at all is left out. */
function encodeName(name: string): string {
  try {
    return encodeURIComponent(name).replaceAll(
      /['()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  } catch (error) {
    if (error instanceof URIError) return "file";
    throw new AppError("invariant", "A file's name could not be written", { cause: error });
  }
}
