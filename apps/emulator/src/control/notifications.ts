import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";

import { answerNotification, markNotification } from "../chat/notifications.ts";
import type { Portal } from "../portal.ts";
import type { Notification } from "../state/messenger.ts";
import { readPerson } from "./people.ts";

const As = z.object({ as: z.string() });
const Mark = As.extend({ isRead: z.boolean() });
const Answer = As.extend({ value: z.string() });
const Numbered = z.object({ id: z.coerce.number() });

/** A notification as the page shows it. Ids are texts here. */
export function notificationView(notification: Notification): Record<string, unknown> {
  const { id, userId, authorId, kind, title, text, buttons, isRead, at } = notification;
  return {
    id: String(id),
    personId: String(userId),
    authorId: String(authorId),
    kind,
    title,
    text,
    buttons,
    isRead,
    at,
  };
}

/** The bell of a person: what is in it, reading it, and pressing a button of an entry. */
export const notificationRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  const ownOf = (as: string): Notification[] => {
    const { id } = readPerson(portal, as);
    return [...portal.state.notifications.values()].filter(({ userId }) => userId === id).toReversed();
  };

  app.get("/notifications", async (request) => ownOf(As.parse(request.query).as).map(notificationView));

  app.post("/notifications/read", async (request) => {
    const { as, isRead } = Mark.parse(request.body);
    for (const notification of ownOf(as)) markNotification(portal, notification, isRead);
    return {};
  });

  app.post("/notifications/:id/answer", async (request) => {
    const { as, value } = Answer.parse(request.body);
    const { id } = Numbered.parse(request.params);
    const notification = ownOf(as).find((item) => item.id === id);
    return { handled: notification !== undefined && answerNotification(portal, notification, value) };
  });
};
