import { AppError } from "@botdeck/core";
import type { Stage } from "@botdeck/testing/stage";

import { type Change, changesBetween } from "./compare.ts";
import type { Came, Fixture } from "./fixture.ts";
import { playFixture } from "./play-fixture.ts";

/** A fixture with what it comes to now. */
export type Replayed = {
  id: string;
  bot: string;
  isReproduced: boolean;
  /** As it was recorded when it happened. */
  recorded: readonly Came[];
  visits: readonly Came[];
  changes: readonly Change[];
  log: readonly string[];
};

/**
 * Plays fixtures to the bots as they are.
 *
 * @param earlier What an earlier version came to, by the fixture's id; null, and for a fixture that it does
 *   not have, compares with what the version came to that exported them.
 * @throws AppError `invalid` for a fixture of a bot that is not there.
 */
export async function replay(
  fixtures: readonly Fixture[],
  stages: Readonly<Record<string, Stage>>,
  earlier: ReadonlyMap<string, readonly Came[]> | null = null,
): Promise<Replayed[]> {
  const replayed: Replayed[] = [];
  for (const { recorded, before, isReproduced, ...fixture } of fixtures) {
    const { id, bot } = fixture;
    const stage = stages[bot];
    if (stage === undefined)
      throw new AppError("invalid", `The fixture ${id} is of the bot "${bot}", which is not there`);
    const { visits, log } = await playFixture(fixture, stage);
    const changes = changesBetween(earlier?.get(id) ?? before, visits);
    replayed.push({ id, bot, isReproduced, recorded, visits, changes, log });
  }
  return replayed;
}
