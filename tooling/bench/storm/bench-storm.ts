import { AppError } from "@botdeck/core";
import { alertGroup, inboxEvent, outboxEffect } from "@botdeck/db";
import { waitUntil } from "@botdeck/local-stack";
import { eq } from "drizzle-orm";

import { readBenchArguments } from "../bench-arguments.ts";
import type { ShownMessage } from "../commands/office.ts";
import { countRows } from "../count-rows.ts";
import { atMost, type Figure, printFigures } from "../figures.ts";
import { openStage } from "../stage.ts";
import { percentile } from "../statistics.ts";
import { expectedOf, planStorm, type StormPost, type StormSize } from "./plan-storm.ts";
import { nameOfGroup } from "./storm-post.ts";
import { type Posted, postStorm } from "./post-storm.ts";
import { ON_CALL, openStormSite, type StormSite } from "./storm-site.ts";

const HELP = `Measures a storm of alerts while a digest is queued: how late the gateway answers, how many messages come of it, and how
soon somebody is paged. Three minutes.

  pnpm bench storm            prints the figures and what they have to reach
  pnpm bench storm --json     one JSON line per figure
  pnpm bench storm --quick    a tenth of it: a first look, not a measurement

10,000 states of alerts of 50 groups come in a minute, as Alertmanager posts them, ten in a post; 2,000 messages of a digest
are in the outbox when they begin. Gateway, worker, Postgres and Temporal are the real ones, the portal is the emulator with a
real plan's limit (50 at once, 2 a second). A page is counted from the answer to the first post of its group until it stands in
the dialog of whoever is on call. Ends with 1 when it could not measure, or something was lost.
`;

type Length = StormSize & { digest: number };
const TRUE_LENGTH: Length = { states: 10_000, groups: 50, seconds: 60, perPost: 10, digest: 2_000 };
const QUICK_LENGTH: Length = { states: 1_000, groups: 10, seconds: 10, perPost: 10, digest: 200 };

const MOST_ANSWER_MS = 1_000;
const MOST_PAGE_MS = 5_000;
const FIRST_PAGE_TIMEOUT_MS = 90_000;
const SETTLED_TIMEOUT_MS = 300_000;
const OPEN_EFFECT = "status in ('ready', 'sending', 'uncertain')";

/** @throws AppError `conflict` when something of the storm was lost, `unreachable` when it did not come to its end. */
export async function benchStorm(args: readonly string[]): Promise<void> {
  const options = readBenchArguments(args, HELP);
  if (options === null) return;
  const length = options.isQuick ? QUICK_LENGTH : TRUE_LENGTH;
  const stage = await openStage();
  try {
    const site = await openStormSite(stage, { people: length.digest, report: options.report });
    try {
      const { figures, lost } = await measureStorm(site, length, options.report);
      printFigures("storm", figures, options.isJson);
      if (lost.length > 0) throw new AppError("conflict", `Something was lost: ${lost.join("; ")}`);
    } finally {
      await site.stop();
    }
  } finally {
    await stage.close();
  }
}

async function measureStorm(
  site: StormSite,
  length: Length,
  report: (line: string) => void,
): Promise<{ figures: Figure[]; lost: string[] }> {
  const { portal, databaseUrl } = site;
  // What the installation and the opened dialogs set off is no part of the storm.
  await pageOnce(site, length.groups);
  await settle(databaseUrl);
  const mark = await portal.mark();
  const before = new Set([...(await cardsOf(site)), ...(await pagesOf(site))].map(({ id }) => id));
  const posts = planStorm(length);
  report(`${length.digest} messages of a digest, then ${length.states} states of ${length.groups} groups`);
  await site.queueDigest(length.digest);
  const digestAt = performance.now();
  const posted = await postStorm(site.hook, posts);
  const stillQueued = await countRows(databaseUrl, "outbox_effect", `kind = 'chat.notify' and ${OPEN_EFFECT}`);
  report(`all is posted; ${stillQueued} of the digest are still queued`);
  await settle(databaseUrl);
  const settledMs = performance.now() - digestAt;

  const isNew = ({ id }: ShownMessage) => !before.has(id);
  const [cards, pages] = [(await cardsOf(site)).filter(isNew), (await pagesOf(site)).filter(isNew)];
  const traffic = await portal.trafficSince(mark);
  const delays = pageDelays(posted, pages, length.groups);
  const answers = posted.map(({ answerMs }) => answerMs);
  const lost = await lostOf(site, { posts, posted, cards, delays, length });
  return {
    lost,
    figures: [
      atMost("intakeMaxMs", Math.max(...answers), "ms", MOST_ANSWER_MS),
      atMost("intakeP95Ms", percentile(answers, 0.95), "ms", null),
      atMost("cardsPerGroup", mostPerGroup(cards, length.groups), "cards", 1),
      atMost("pagesPerGroup", mostPerGroup(pages, length.groups), "pages", 1),
      atMost("edits", traffic.methods.filter((method) => /message\.update$/i.test(method)).length, "edits", null),
      atMost("requests", traffic.requests, "requests", null),
      atMost(
        "firstPageP95Ms",
        percentile(
          delays.filter((delay) => delay !== null),
          0.95,
        ),
        "ms",
        MOST_PAGE_MS,
      ),
      atMost(
        "firstPageMaxMs",
        percentile(
          delays.filter((delay) => delay !== null),
          1,
        ),
        "ms",
        null,
      ),
      atMost("digestStillQueued", stillQueued, "messages", null),
      atMost("settledSeconds", settledMs / 1_000, "s", null),
      atMost("lost", lost.length, "count", 0),
    ],
  };
}

/** One alert of a group of its own goes all the way: what a worker does once after its start is no part of the storm. */
async function pageOnce(site: StormSite, group: number): Promise<void> {
  await postStorm(site.hook, [{ dueMs: 0, group, alerts: [{ number: 0, status: "firing" }] }]);
  const isPaged = async () => ofGroup(await pagesOf(site), group).length > 0;
  if (await waitUntil(isPaged, { timeoutMs: FIRST_PAGE_TIMEOUT_MS })) return;
  throw new AppError("unreachable", `Nobody was paged about a single alert in ${FIRST_PAGE_TIMEOUT_MS / 1_000} s`);
}

/** Waits until nothing is left to be handled, sent or edited. @throws AppError `unreachable` when that takes minutes. */
async function settle(databaseUrl: string): Promise<void> {
  let open = "";
  const isSettled = async () => {
    const events = await countRows(databaseUrl, "inbox_event", "status in ('waiting', 'running')");
    const effects = await countRows(databaseUrl, "outbox_effect", OPEN_EFFECT);
    const stale = await countRows(databaseUrl, "alert_group", "is_card_stale");
    open = `${events} events, ${effects} effects, ${stale} cards`;
    return events + effects + stale === 0;
  };
  if (await waitUntil(isSettled, { timeoutMs: SETTLED_TIMEOUT_MS, everyMs: 500 })) return;
  throw new AppError("unreachable", `The storm did not settle in ${SETTLED_TIMEOUT_MS / 1_000} s: ${open} are left`);
}

const cardsOf = ({ portal, cardsDialogId }: StormSite) => portal.messages(ON_CALL, cardsDialogId);
const pagesOf = ({ portal, pagesDialogId }: StormSite) => portal.messages(ON_CALL, pagesDialogId);
const ofGroup = (messages: readonly ShownMessage[], group: number): ShownMessage[] =>
  messages.filter(({ text }) => text.includes(nameOfGroup(group)));
const mostPerGroup = (messages: readonly ShownMessage[], groups: number): number =>
  Math.max(...Array.from({ length: groups }, (_, group) => ofGroup(messages, group).length));

/** From the answer to a group's first post to its first page, in milliseconds; null for a group that nobody was paged about. */
function pageDelays(posted: readonly Posted[], pages: readonly ShownMessage[], groups: number): (number | null)[] {
  return Array.from({ length: groups }, (_, group) => {
    const taken = posted.flatMap((post) => (post.group === group && post.acceptedAt !== null ? [post.acceptedAt] : []));
    const shown = ofGroup(pages, group).map(({ at }) => new Date(at).getTime());
    return shown.length === 0 || taken.length === 0 ? null : Math.max(0, Math.min(...shown) - Math.min(...taken));
  });
}

type Result = {
  posts: readonly StormPost[];
  posted: readonly Posted[];
  cards: readonly ShownMessage[];
  delays: readonly (number | null)[];
  length: Length;
};

/** What was taken and did not come to what it had to come to, in words. */
async function lostOf({ db, databaseUrl }: StormSite, result: Result): Promise<string[]> {
  const { posts, posted, cards, delays, length } = result;
  const lost: string[] = [];
  const tell = (count: number, words: string) => void (count > 0 && lost.push(`${count} ${words}`));
  tell(posted.filter(({ acceptedAt }) => acceptedAt === null).length, "posts were never taken");
  const groups = await db.select().from(alertGroup);
  for (const [group, { firing, total }] of expectedOf(posts, length.groups).entries()) {
    const known = groups.find(({ title }) => title.includes(nameOfGroup(group)));
    if (known?.firing === firing && known.total === total) continue;
    lost.push(
      `${nameOfGroup(group)} has ${known?.firing ?? 0} firing of ${known?.total ?? 0}, not ${firing} of ${total}`,
    );
  }
  tell(
    Array.from({ length: length.groups }, (_, group) => ofGroup(cards, group)).filter((own) => own.length === 0).length,
    "groups have no card",
  );
  tell(delays.filter((delay) => delay === null).length, "groups paged nobody");
  const dead = [
    ...(await db
      .select({ kind: inboxEvent.kind, why: inboxEvent.lastError })
      .from(inboxEvent)
      .where(eq(inboxEvent.status, "dead"))),
    ...(await db
      .select({ kind: outboxEffect.kind, why: outboxEffect.lastError })
      .from(outboxEffect)
      .where(eq(outboxEffect.status, "dead"))),
  ];
  tell(dead.length, `dead letters (${[...new Set(dead.map(({ kind, why }) => `${kind}: ${why}`))].join(", ")})`);
  const digests = await countRows(databaseUrl, "outbox_effect", "kind = 'chat.notify' and status = 'sent'");
  tell(length.digest - digests, "messages of the digest did not leave");
  return lost;
}
