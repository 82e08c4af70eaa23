import { AppError } from "@botdeck/core";
import type { FastifyPluginAsync } from "fastify";

import { messagesByChat } from "../chat/find.ts";
import { settlePerson, Settler } from "../people/settle-person.ts";
import type { Portal } from "../portal.ts";
import type { Person } from "../state/model.ts";
import { countAllUnread } from "./unread-views.ts";
import { personView, taskView } from "./views.ts";

/** Who lives on the portal, and the tasks they have. */
export const peopleRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  // A bot that was unregistered stays known as the author of what it wrote, but it is no longer there to talk to.
  const isPresent = (person: Person): boolean => person.role !== "bot" || portal.state.bots.has(person.id);
  app.get("/people", async () => {
    const { state } = portal;
    const byChat = messagesByChat(state);
    return [...state.people.values()].filter(isPresent).map((person) => ({
      ...personView(state, person),
      unread: person.role === "bot" ? 0 : countAllUnread(state, person, byChat),
    }));
  });
  app.post("/people", async (request) => {
    const settler = Settler.extend({ role: Settler.shape.role.default("client") }).parse(request.body);
    const person = settlePerson(portal.state, settler);
    portal.live.publish({ type: "people", person });
    return personView(portal.state, person);
  });
  app.get("/tasks", async () => [...portal.state.tasks.values()].map(taskView).toReversed());
};

/** The person whose part is being played. @throws AppError `not_found`. */
export function readPerson(portal: Portal, id: string): Person {
  const person = portal.state.people.get(Number(id));
  if (person === undefined) throw new AppError("not_found", `No person has the id "${id}". GET /people lists them.`);
  return person;
}
