import { AppError } from "@botdeck/core";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import { z } from "zod";

import { sessionOf } from "../chat/find.ts";
import { answerDialog, closeDialog, giveToBot, lineBot } from "../chat/open-line.ts";
import type { Portal } from "../portal.ts";
import type { Chat, Person, Session } from "../state/model.ts";
import { readDialog } from "./dialogs.ts";
import { dialogView } from "./views.ts";

const As = z.object({ as: z.string() });

/** What an operator does with an open line dialog. */
export const lineRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  app.post("/dialogs/:id/answer", async (request) => {
    const { viewer, chat, session } = readSession(portal, request);
    answerDialog(portal, chat, session, viewer.id);
    return dialogView(portal.state, chat, viewer);
  });

  app.post("/dialogs/:id/close", async (request) => {
    const { viewer, chat, session } = readSession(portal, request);
    closeDialog(portal, chat, session);
    return dialogView(portal.state, chat, viewer);
  });

  app.post("/dialogs/:id/to-bot", async (request) => {
    const { viewer, chat, session } = readSession(portal, request);
    const bot = lineBot(portal, chat);
    if (bot === null) throw new AppError("conflict", "No bot serves the open line.");
    giveToBot(portal, chat, session, bot, viewer.id);
    return dialogView(portal.state, chat, viewer);
  });
};

/** @throws AppError unless a person of the portal acts on a session that is not closed. */
function readSession(portal: Portal, request: FastifyRequest): { viewer: Person; chat: Chat; session: Session } {
  const { viewer, chat } = readDialog(portal, request, As.parse(request.body).as);
  if (viewer.role === "client") throw new AppError("forbidden", "A client cannot do an operator's work.");
  const session = sessionOf(portal.state, chat);
  if (session === null) throw new AppError("conflict", "The dialog has no session: its client has not written yet.");
  if (session.owner === "closed")
    throw new AppError("conflict", "The session is closed; the client's next message opens one.");
  return { viewer, chat, session };
}
