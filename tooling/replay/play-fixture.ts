import type { Decision } from "@botdeck/dialog";
import { AppError } from "@botdeck/core";
import type { Stage } from "@botdeck/testing/stage";
import { createTalk, type Talk, type Turned } from "@botdeck/testing/talk";

import type { Came, ClientTurn, Fixture } from "./fixture.ts";

/** A fixture without what it came to. */
export type PlayableFixture = Omit<Fixture, "recorded" | "before" | "isReproduced">;

/** What came of a fixture now: its visits, and who said what (`>` the client, `<` the bot). */
export type Played = { visits: Came[]; log: string[] };

/** Plays the client's words of a fixture to the bot as it is. @throws AppError `invalid` for a fixture of another bot, or of a world that the bot's stage does not know. */
export async function playFixture(fixture: PlayableFixture, stage: Stage): Promise<Played> {
  const { id, settings, language, at, given, turns } = fixture;
  const world = stage.given.safeParse(given);
  if (!world.success) throw new AppError("invalid", `The fixture ${id}: ${world.error.issues[0]?.message ?? "given"}`);
  const talk = createTalk(stage.bot, {
    services: stage.servicesOf(world.data),
    settings,
    language,
    at,
    ...(stage.flows && { flows: stage.flows }),
  });
  const visits = new Map<string, Came>();
  const log: string[] = [];
  let offered: readonly string[] = [];
  for (const turn of turns) {
    if ("bot" in turn) continue;
    if (turn.isBack === true) talk.giveBack();
    talk.wait(turn.afterMs);
    const words = wordsOf(turn, offered);
    log.push(`> ${[words, ...(turn.files ?? [])].join(" ")}`);
    for (const turned of await talk.write(words, turn.files)) {
      offered = offeredBy(turned) ?? offered;
      log.push(...spokenIn(turned));
      if (turned.decision !== null) note(visits, turned.decision);
    }
    noteLastStep(visits, talk);
  }
  return { visits: [...visits.values()], log };
}

/** Whoever pressed a button presses the one that is there now. */
function wordsOf({ client, pressed }: ClientTurn, offered: readonly string[]): string {
  if (pressed === undefined || offered.includes(client) || offered.length !== pressed.of) return client;
  return offered[pressed.place] ?? client;
}

function offeredBy({ effects }: Turned): string[] | null {
  const last = effects.findLast((effect) => effect.kind === "chat.send" && effect.forOperators !== true);
  return last?.kind === "chat.send" ? (last.buttons ?? []).flat().map(({ text }) => text) : null;
}

const spokenIn = ({ effects }: Turned): string[] =>
  effects.flatMap((effect) =>
    effect.kind === "chat.send" && effect.forOperators !== true ? [`< ${effect.text}`] : [],
  );

function note(visits: Map<string, Came>, { state, handOver }: Decision): void {
  const { visit, dialogs, workflow } = state;
  if (visit === null) return;
  const before = visits.get(visit.id);
  const ran = [visit.dialog, ...dialogs.map(({ dialog }) => dialog), workflow?.kind ?? null];
  const all = [...(before?.dialogs ?? []), ...ran.filter((each) => each !== null)];
  const came: Came =
    before?.outcome === "handed_over" ? before : { outcome: visit.isAnswered ? "answered" : "unanswered" };
  visits.set(visit.id, {
    ...came,
    ...(handOver !== null && { outcome: "handed_over", topic: handOver.topic, cause: handOver.cause }),
    dialogs: [...new Set(all)],
  });
}

function noteLastStep(visits: Map<string, Came>, { state }: Talk): void {
  const { visit } = state;
  const came = visit === null ? undefined : visits.get(visit.id);
  if (visit !== null && came !== undefined) visits.set(visit.id, { ...came, lastStep: lastStepOf(state) });
}

/** Where a conversation stands: `orderStatus.number`, the workflow that leads, or null when nothing is open. */
export function lastStepOf({ dialogs, workflow }: Pick<Talk["state"], "dialogs" | "workflow">): string | null {
  const top = dialogs.at(-1);
  return top === undefined ? (workflow?.kind ?? null) : `${top.dialog}.${top.at}`;
}
