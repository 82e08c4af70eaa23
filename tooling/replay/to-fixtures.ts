import { createHash } from "node:crypto";

import type { RecordedTalk } from "@botdeck/db";
import { LANGUAGES, type Understood } from "@botdeck/dialog";
import type { Stage } from "@botdeck/testing/stage";

import { cameOfRecord } from "./came-of-record.ts";
import { changesBetween } from "./compare.ts";
import type { ClientTurn, Fixture } from "./fixture.ts";
import { playFixture } from "./play-fixture.ts";
import { type Aliases, createAliases } from "./redact/aliases.ts";
import { createRedactor } from "./redact/create-redactor.ts";
import { ownFactsOf } from "./redact/own-facts.ts";
import { toTurns } from "./to-turns.ts";

/**
 * Fixtures of real conversations, without what is their clients' own. What the world outside answered is not kept with a
 * conversation, so of the worlds that a bot's stage thinks likely the first is taken in which the bot comes to what was recorded.
 *
 * @returns None for a conversation in which no bot was asked, or of a bot that has no stage.
 */
export async function toFixtures(
  talks: readonly RecordedTalk[],
  stages: Readonly<Record<string, Stage>>,
): Promise<Fixture[]> {
  const corpus = talks
    .flatMap(({ personName, messages }) => [personName, ...messages.map(({ text }) => text)])
    .join("\n")
    .toLowerCase();
  const phones = new Set(talks.flatMap((talk) => ownFactsOf(talk).phones));
  const aliases = createAliases((made) => phones.has(made) || corpus.includes(made.toLowerCase()));
  const fixtures: Fixture[] = [];
  for (const talk of talks) {
    const stage = stages[talk.botCode];
    const fixture = stage && (await toFixture(talk, { stage, aliases }));
    if (fixture) fixtures.push(fixture);
  }
  return fixtures;
}

async function toFixture(
  talk: RecordedTalk,
  { stage, aliases }: { stage: Stage; aliases: Aliases },
): Promise<Fixture | null> {
  const own = ownFactsOf(talk);
  const turns = toTurns(talk.messages, createRedactor(aliases, own));
  const first = talk.messages.find(({ author, understood }) => author === "client" && understood !== null);
  if (first === undefined) return null;
  const recorded = cameOfRecord(talk);
  const heard = turns.filter((turn): turn is ClientTurn => "client" in turn);
  const played = {
    // The same each time, and without a way back to the conversation for who has only the file.
    id: createHash("sha256").update(talk.id).digest("hex").slice(0, 12),
    bot: talk.botCode,
    language: LANGUAGES.find((each) => each === talk.language) ?? "en",
    at: first.at.toISOString(),
    settings: withoutPeople(talk.settings),
    turns,
  };
  const worlds = stage.likelyWorlds?.({
    orderNumbers: own.orderNumbers.map((number) => aliases.orderNumber(number)),
    phones: own.phones.map((phone) => aliases.phone(phone)),
    intents: intentsOf(talk),
    day: played.at.slice(0, 10),
    sendsFiles: heard.some(({ files }) => files !== undefined),
  }) ?? [{}];
  for (const given of worlds) {
    const { visits } = await playFixture({ ...played, given }, stage);
    const isReproduced = changesBetween(recorded, visits).length === 0;
    if (isReproduced) return { ...played, given, recorded, before: visits, isReproduced };
  }
  const [given = {}] = worlds;
  const { visits } = await playFixture({ ...played, given }, stage);
  return { ...played, given, recorded, before: visits, isReproduced: false };
}

/** Every intent that a message of the client was first taken for. */
const intentsOf = ({ messages }: RecordedTalk): string[] => [
  ...new Set(
    messages.flatMap(({ understood }) => (understood as Understood | null)?.intents?.[0]?.intent ?? []), // safe: the engine's own
  ),
];

/** Settings that name people of the portal say nothing to a bot that is played. */
const withoutPeople = (settings: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => !/Ids?$/.test(name)));
