import type { AlertFacts, OnCallServices } from "@botdeck/bots";
import { escalationId } from "@botdeck/contracts";
import { isId } from "@botdeck/core/ids";
import {
  addOverride,
  type AlertGroup,
  answerAlert,
  answerOverride,
  type DatabaseHandle,
  ensureConversation,
  keepFile,
  latestGroups,
  listRotas,
  noteTicket,
  readAlertGroup,
  readRota,
  type Rota,
  timelineOf,
} from "@botdeck/db";
import { RotaLayers } from "@botdeck/notifications";

import { isAdmin, type IsAdminDeps } from "./is-admin.ts";
import { nameInTime } from "./name-in-time.ts";
import type { OnCall } from "./on-call.ts";
import type { Speaking } from "./portal-services.ts";
import { reportFileId } from "./report-services.ts";

const DAY_MS = 86_400_000;
/** Further ahead nobody asks who is next. */
const NEXT_MS = 35 * DAY_MS;

type Deps = IsAdminDeps & { db: DatabaseHandle["db"]; onCall: OnCall; now: () => Date };

/** What the notification bot may ask about alerts and who is on call. */
export function createOnCallServices({ db, onCall, now, ...portal }: Deps): { of(speaking: Speaking): OnCallServices } {
  const { directoryOf } = portal;

  const nameOf = async (portalId: string, userId: string | null): Promise<string> =>
    userId === null ? "" : (await nameInTime(directoryOf, portalId, userId)) || userId;

  async function turnsOf(rota: Rota, span: { fromAt: Date; untilAt: Date }) {
    const turns = await onCall.turns(rota, span);
    const ids = [...new Set(turns.map(({ userId }) => userId))];
    const names = new Map(await Promise.all(ids.map(async (id) => [id, await nameOf(rota.portalId, id)] as const)));
    return turns.map(({ userId, fromAt, untilAt }) => ({
      userId,
      userName: names.get(userId) ?? "",
      from: fromAt.toISOString(),
      until: untilAt.toISOString(),
    }));
  }

  return {
    of({ portalId, botId, dialog, person }) {
      const rotas: OnCallServices["rotas"] = async () => {
        const at = now();
        const rows = await listRotas(db, portalId);
        return await Promise.all(
          rows.map(async (row) => {
            const [first, ...later] = await turnsOf(row, { fromAt: at, untilAt: new Date(at.getTime() + NEXT_MS) });
            const nobody = { userId: null, userName: "", from: at.toISOString(), until: at.toISOString() };
            const layers = RotaLayers.safeParse(row.layers);
            return {
              id: row.id,
              rota: row.name,
              timeZone: row.timeZone,
              people: [...new Set(layers.success ? layers.data.flatMap((layer) => layer.people) : [])],
              now: first ?? nobody,
              next: later.find(({ userId }) => userId !== null) ?? null,
            };
          }),
        );
      };

      return {
        rotas,
        now: async () =>
          (await rotas()).flatMap(({ rota, now: { userId, userName, until } }) =>
            userId === null ? [] : [{ rota, userId, userName, until }],
          ),

        async turns(rotaId, { from, until }) {
          const row = await readRota(db, { id: rotaId, portalId });
          return row === null ? [] : await turnsOf(row, { fromAt: new Date(from), untilAt: new Date(until) });
        },

        async change(changes, state) {
          const asked = { askedById: person.id, askedByName: person.name, state };
          const ids: string[] = [];
          for (const { from, until, ...change } of changes) {
            const times = { fromAt: new Date(from), untilAt: new Date(until) };
            ids.push((await addOverride(db, { ...change, ...times, ...asked })).id);
          }
          return ids;
        },

        async answerOffer(ids, to) {
          const answered = [];
          for (const id of ids) answered.push(await answerOverride(db, { id, portalId, personId: person.id, to }));
          const found = answered.filter((each) => each !== null);
          const [first] = found;
          if (first === undefined) return null;
          const { rotaName, timeZone, override } = first;
          return {
            isNew: found.some(({ isMoved }) => isMoved),
            rota: rotaName,
            timeZone,
            askedById: override.askedById,
            userId: override.userId,
            times: found.map((each) => ({
              from: each.override.fromAt.toISOString(),
              until: each.override.untilAt.toISOString(),
            })),
          };
        },

        isAdmin: () => isAdmin({ portalId, personId: person.id }, portal),

        async answer(groupId, given, stepId) {
          const who = { portalId, groupId, personId: person.id, personName: person.name, eventId: stepId };
          const answer =
            given.kind === "silenced"
              ? { kind: given.kind, until: given.until === null ? null : new Date(given.until) }
              : given;
          const answered = await answerAlert(db, who, answer);
          return answered.kind === "gone" ? null : { ...factsOf(answered.group), outcome: answered.kind };
        },

        async noteTicket(groupId, stepId) {
          const who = { portalId, groupId, personId: person.id, personName: person.name, eventId: stepId };
          const noted = await noteTicket(db, who);
          return noted && { isNew: noted.isNew, alert: factsOf(noted.group) };
        },

        latest: async (limit) =>
          (await latestGroups(db, portalId, limit)).map(({ id, title, lastAt }) => ({
            id,
            title,
            at: lastAt.toISOString(),
          })),

        async timeline(groupId) {
          const group = await find(groupId);
          if (group === null) return null;
          const { state, resolvedAt, labels, alerts, episode, id } = group;
          const events = await timelineOf(db, { groupId: id, episode });
          const moments = events.map(({ at, kind, personName, facts }) => ({
            at: at.toISOString(),
            kind,
            personName,
            facts,
          }));
          return { ...factsOf(group), state, resolvedAt: resolvedAt?.toISOString() ?? null, labels, alerts, moments };
        },

        async keepFile({ key, language, ...file }) {
          const conversation = await db.transaction((tx) =>
            ensureConversation(tx, { portalId, botId, dialog, person, language }),
          );
          const ids = { portalId, botId, conversationId: conversation.id };
          // Retention knows such files by how their ids begin.
          return (await keepFile(db, { ...ids, sourceFileId: reportFileId(person.id, key), ...file })).id;
        },
      };

      /** A group of this portal only. */
      async function find(groupId: string): Promise<AlertGroup | null> {
        return isId(groupId) ? await readAlertGroup(db, { id: groupId, portalId }) : null;
      }
    },
  };
}

function factsOf(group: AlertGroup): AlertFacts {
  const { id, portalId, episode, title, severity, firing, total, firstAt, acknowledgedByName } = group;
  return {
    id,
    outcome: group.state === "resolved" ? "over" : "done",
    title,
    severity,
    firing,
    total,
    firstAt: firstAt.toISOString(),
    acknowledgedByName,
    workflowId: escalationId({ portalId, groupId: id, episode }),
    episode,
  };
}
