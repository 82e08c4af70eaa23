import type { ServiceChatServices } from "@botdeck/bots";
import { AppError } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { findProjects } from "@botdeck/crm";
import { type DatabaseHandle, findServiceChat, laneOf, openServiceChat } from "@botdeck/db";

import type { Speaking } from "./portal-services.ts";
import { readChatSource, type ServiceChatPeopleDeps } from "./service-chat-people.ts";

/** More of one name are looked through by nobody. */
const MOST_FOUND = 10;

type Deps = ServiceChatPeopleDeps & { db: DatabaseHandle["db"] };

/** Service chats, as the person who asks may have them. */
export function createServiceChatServices(deps: Deps): { of(speaking: Speaking): ServiceChatServices } {
  const { db, directoryOf, clientOf } = deps;
  return {
    of({ portalId, botId, person, dialog }) {
      /** A project that the person is not in is not theirs to see. */
      async function sourceOf(of: "department" | "project", sourceId: string) {
        const source = await readChatSource({ portalId, of, sourceId }, deps);
        return source === null || (of === "project" && !source.peopleIds.includes(person.id)) ? null : source;
      }

      return {
        async find(of, words) {
          if (of === "department") {
            const found = await (await directoryOf(portalId)).findDepartments(words);
            const best = found[0]?.sureness;
            return found.filter(({ sureness }) => sureness === best).map(({ item: { id, name } }) => ({ id, name }));
          }
          const seen = await findProjects(await clientOf(portalId), words).catch(nullWhereForbidden);
          if (seen === null) return null;
          const projects = seen.slice(0, MOST_FOUND);
          const theirs = await Promise.all(projects.map(async (project) => (await sourceOf(of, project.id)) !== null));
          return projects.filter((_, index) => theirs[index]);
        },

        async make(of, sourceId) {
          const source = await sourceOf(of, sourceId);
          if (source === null) return null;
          const id = newId();
          const memberIds = [...source.peopleIds];
          const isNew = await openServiceChat(
            db,
            { id, portalId, botId, of, sourceId, title: source.name, madeById: person.id },
            {
              lane: laneOf({ botId, dialog }),
              effect: { kind: "chat.create", serviceChatId: id, title: source.name, memberIds },
            },
          );
          const there = isNew ? null : await findServiceChat(db, { portalId, of, sourceId });
          return { name: there?.title ?? source.name, people: memberIds.length, isNew };
        },
      };
    },
  };
}

function nullWhereForbidden(error: unknown): null {
  if (error instanceof AppError && error.code === "forbidden") return null;
  throw error;
}
