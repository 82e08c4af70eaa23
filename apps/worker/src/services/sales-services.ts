import type { SalesClient, SalesServices } from "@botdeck/bots";
import type { B24Client } from "@botdeck/b24-client";
import {
  type CallWay,
  createStageCache,
  findClients,
  type FoundClient,
  type KeptByPortal,
  meantAmong,
  myTasks,
  openDeals,
  readClient,
} from "@botdeck/crm";

import { asPerson, type AsPersonDeps } from "./as-person.ts";
import type { Speaking } from "./portal-services.ts";

export type SalesServicesDeps = AsPersonDeps & {
  /** Sees what is the same for everybody: funnels and telephony. */
  clientOf: (portalId: string) => Promise<B24Client>;
  /** What telephony portals have. */
  callWays: KeptByPortal<CallWay>;
  now?: () => number;
};

/** What the sales assistant asks portals, each time with the rights of who asks. There is one of this in a process. */
export function createSalesServices({ clientOf, callWays, now = Date.now, ...deps }: SalesServicesDeps): {
  of(speaking: Speaking): SalesServices;
} {
  const stagesOf = createStageCache(now);

  return {
    of(speaking) {
      const { portalId, person } = speaking;
      const as = asPerson(deps, speaking);
      return {
        openDeals: (page, size) =>
          as.read(async ({ client }, options) => {
            const [stages, pages] = await Promise.all([
              clientOf(portalId).then((common) => stagesOf.of(portalId, common)),
              as.pagesUrl(),
            ]);
            const { deals, total, sums } = await openDeals(client, { personId: person.id, stages }, options);
            const count = Math.max(1, Math.ceil(deals.length / size));
            const at = Math.min(page, count);
            return {
              page: at,
              pages: count,
              total,
              sums,
              summed: total > deals.length ? deals.length : null,
              deals: deals.slice((at - 1) * size, at * size).map(({ id, title, amount, currency, stage }) => ({
                id,
                title,
                amount,
                currency,
                stage: stage?.name ?? "",
                url: `${pages}/crm/deal/details/${id}/`,
              })),
            };
          }),

        findClients: (words) =>
          as.read(async ({ client }, options) => {
            const { clients, isMore } = await findClients(client, words, options);
            const pages = await as.pagesUrl();
            const meant = meantAmong(clients);
            return {
              clients: meant.map((one) => clientWith(one, pages)),
              isMore: isMore && meant.length === clients.length,
            };
          }),

        readClient: (kind, id) =>
          as.read(async ({ client }, options) => {
            const found = await readClient(client, { kind, id }, options);
            return found === null ? null : clientWith(found, await as.pagesUrl());
          }),

        tasksDue: (when) =>
          as.read(async ({ client }, options) => {
            const { overdue, today, isMore } = await myTasks(client, { personId: person.id, ...when }, options);
            const pages = await as.pagesUrl();
            const shown = (tasks: typeof overdue) =>
              tasks.flatMap(({ id, title, deadlineAt, mayMove }) => {
                const url = `${pages}/company/personal/user/${person.id}/tasks/task/view/${id}/`;
                return deadlineAt === null ? [] : [{ id, title, deadlineAt, mayMove, url }];
              });
            return { overdue: shown(overdue), today: shown(today), isMore };
          }),

        callWay: () => as.read(async () => (await callWays.of(portalId, await clientOf(portalId))).kind),

        hasOwnerRights: as.hasOwnerRights,
      };
    },
  };
}

function clientWith(found: Omit<FoundClient, "sureness">, pages: string): SalesClient {
  const { kind, id, name, phones, activities } = found;
  return {
    kind,
    id,
    name,
    phones,
    activities: activities.map(({ subject, at }) => ({ title: subject, at })),
    url: `${pages}/crm/${kind}/details/${id}/`,
  };
}
