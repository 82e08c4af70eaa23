import type { OnCallServices } from "@botdeck/bots";
import { isId } from "@botdeck/core/ids";
import {
  addOverride,
  type AlertGroup,
  answerOverride,
  type DatabaseHandle,
  earlierEpisodes,
  ensureConversation,
  keepFile,
  latestGroups,
  listRotas,
  noteTicket,
  type OverrideAnswered,
  readAlertGroup,
  readRota,
  type Rota,
  timelineOf,
} from "@botdeck/db";
import { RotaLayers } from "@botdeck/notifications";

import { factsOf, storyOf } from "./alert-story.ts";
import { answerGroup } from "./answer-group.ts";
import { isAdmin, type IsAdminDeps } from "./is-admin.ts";
import { nameInTime } from "./name-in-time.ts";
import type { OnCall } from "./on-call.ts";
import { createOpenTurns } from "./open-turns.ts";
import type { Speaking } from "./portal-services.ts";
import { reportFileId } from "./report-services.ts";

/** Earlier times of a group that are offered. */
const EPISODES_OFFERED = 5;

type Deps = IsAdminDeps & { db: DatabaseHandle["db"]; onCall: OnCall; now: () => Date };

/** What the notification bot may ask about alerts and who is on call. */
export function createOnCallServices({ db, onCall, now, ...portal }: Deps): { of(speaking: Speaking): OnCallServices } {
  const { directoryOf } = portal;

  const nameOf = async (portalId: string, userId: string | null): Promise<string> =>
    userId === null ? "" : (await nameInTime(directoryOf, portalId, userId)) || userId;

  const openTurns = createOpenTurns({ onCall, nameOf });

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
            const layers = RotaLayers.safeParse(row.layers);
            return {
              id: row.id,
              rota: row.name,
              timeZone: row.timeZone,
              people: [...new Set(layers.success ? layers.data.flatMap((layer) => layer.people) : [])],
              now: await openTurns.from(row, at),
              next: await openTurns.next(row, at),
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

        async isAway(rotaId, userId, times) {
          const row = await readRota(db, { id: rotaId, portalId });
          return row !== null && (await onCall.isAway(row, userId, times.map(spanOf)));
        },

        async change(changes, state, stepId) {
          const asked = { askedById: person.id, askedByName: person.name, state };
          const ids: string[] = [];
          for (const [index, { from, until, ...change }] of changes.entries()) {
            const sourceKey = `${stepId}:turn:${index}`;
            ids.push((await addOverride(db, { ...change, ...spanOf({ from, until }), ...asked, sourceKey })).id);
          }
          return ids;
        },

        async answerOffer(ids, to) {
          const answered: OverrideAnswered[] = [];
          for (const id of ids) {
            const asked = { id, portalId, personId: person.id, to, now: now() };
            const one = await answerOverride(db, asked, onCall.holds);
            if (one !== null) answered.push(one);
          }
          const first = answered.find(({ kind }) => kind === "done") ?? answered[0];
          if (first === undefined) return null;
          const { kind: outcome, rotaName, timeZone, override } = first;
          const { askedById, askedByName, userId } = override;
          const times = answered.flatMap(({ kind, override: { fromAt, untilAt } }) =>
            kind === outcome ? [{ from: fromAt.toISOString(), until: untilAt.toISOString() }] : [],
          );
          return { outcome, rota: rotaName, timeZone, askedById, askedByName, userId, times };
        },

        isAdmin: () => isAdmin({ portalId, personId: person.id }, portal),

        async answer(groupId, given, stepId) {
          const who = { portalId, groupId, personId: person.id, personName: person.name, eventId: stepId };
          const answer =
            given.kind === "silenced"
              ? { kind: given.kind, until: given.until === null ? null : new Date(given.until) }
              : given;
          const answered = await answerGroup(db, who, answer);
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

        async timeline(groupId, asked) {
          const group = await find(groupId);
          if (group === null) return null;
          const episode = asked ?? group.episode;
          const of = { groupId: group.id, episode };
          const [events, earlier] = await Promise.all([
            timelineOf(db, of),
            earlierEpisodes(db, { ...of, episode: group.episode }, EPISODES_OFFERED),
          ]);
          if (events.length === 0 && episode !== group.episode) return null;
          const moments = events.map(({ at, kind, personName, facts }) => ({
            at: at.toISOString(),
            kind,
            personName,
            facts,
          }));
          const times = earlier.map((each) => ({ episode: each.episode, at: each.firstAt.toISOString() }));
          return { ...storyOf(group, episode, events), moments, earlier: times };
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

const spanOf = ({ from, until }: { from: string; until: string }) => ({
  fromAt: new Date(from),
  untilAt: new Date(until),
});
