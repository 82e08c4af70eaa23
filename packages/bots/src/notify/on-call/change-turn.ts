import { momentOf, dayAfter } from "@botdeck/core/working-time";
import { type Moves, type Named, type Period, plainWords } from "@botdeck/dialog";

import { button } from "../preferences/command-button.ts";
import type { NotifyContext } from "../notify-context.ts";
import type { RotaNow, Turn } from "./services.ts";
import { timesIn } from "./times-in-words.ts";

/** `params` is what stood behind the command, for buttons that ask which rota is meant. */
type Asked = { rotas: readonly RotaNow[]; params: string; when: Period };
type Span = { from: string; until: string };

/** Offers the person's own turns of some days to somebody else, who has to agree. */
export async function swapTurn(ctx: NotifyContext, asked: Asked & { who: Named }): Promise<Moves> {
  const { who } = asked;
  if (who.id === ctx.person.id) return ctx.say(ctx.t("swapSelf"));
  const mine: { rota: RotaNow; times: Span[] }[] = [];
  for (const rota of asked.rotas) {
    const turns = await turnsIn(ctx, rota, asked.when);
    if (turns === null) return ctx.say(ctx.t("swapPast"));
    const times = turns.filter(({ userId }) => userId === ctx.person.id);
    if (times.length > 0) mine.push({ rota, times });
  }
  const [first, ...more] = mine;
  if (first === undefined) return ctx.say(ctx.t("swapNotYours"));
  const theirs = mine.map(({ rota }) => rota);
  if (more.length > 0) return whichRota(ctx, theirs, asked);
  const { rota, times } = first;
  const changes = times.map((time) => ({ rotaId: rota.id, userId: who.id, userName: who.name, ...spanOf(time) }));
  const ids = await ctx.services.onCall.change(changes, "offered", ctx.stepId);
  const isAway = await ctx.services.onCall.isAway(rota.id, who.id, times);
  const words = wordsOf(ctx, rota, times);
  const name = plainWords(who.name);
  const answer = (text: string, verb: string) => button(text, "swapanswer", `${verb} ${ids.join(",")}`);
  return [
    ctx.effect({
      kind: "chat.send",
      dialogId: who.id,
      text: lines(ctx.t("swapAsk", { name: plainWords(ctx.person.name), ...words }), isAway && ctx.t("swapAskAway")),
      buttons: [[answer(ctx.t("buttonAgree"), "agreed"), answer(ctx.t("buttonDecline"), "declined")]],
    }),
    ctx.say(lines(ctx.t("swapOffered", { name, ...words }), isAway && ctx.t("swapOfferedAway", { name })), {
      buttons: [[answer(ctx.t("buttonWithdraw"), "withdrawn")]],
    }),
  ];
}

/** Takes over what others have of some days: for whoever takes turns in the rota anyway, and for administrators. */
export async function takeTurn(ctx: NotifyContext, asked: Asked): Promise<Moves> {
  return await takeOver(ctx, asked, { id: ctx.person.id, name: ctx.person.name });
}

/** Has somebody be on call, whoever it was; for administrators. */
export async function giveTurn(ctx: NotifyContext, asked: Asked & { who: Named }): Promise<Moves> {
  if (!(await ctx.services.onCall.isAdmin())) return ctx.say(ctx.t("onlyAdmins"));
  return await takeOver(ctx, asked, asked.who);
}

async function takeOver(ctx: NotifyContext, asked: Asked, who: Named): Promise<Moves> {
  const [rota, ...more] = asked.rotas;
  if (rota === undefined) return ctx.say(ctx.t("onCallNone"));
  if (more.length > 0) return whichRota(ctx, asked.rotas, asked);
  const isOwn = who.id === ctx.person.id;
  const mayTake = !isOwn || rota.people.includes(who.id) || (await ctx.services.onCall.isAdmin());
  if (!mayTake) return ctx.say(ctx.t("notInRota"));
  const turns = await turnsIn(ctx, rota, asked.when);
  if (turns === null) return ctx.say(ctx.t("swapPast"));
  const others = turns.filter(({ userId }) => userId !== who.id);
  if (others.length === 0)
    return ctx.say(
      isOwn ? ctx.t("swapSelf") : ctx.t("given", { name: plainWords(who.name), ...wordsOf(ctx, rota, turns) }),
    );
  const changes = others.map((time) => ({ rotaId: rota.id, userId: who.id, userName: who.name, ...spanOf(time) }));
  await ctx.services.onCall.change(changes, "agreed", ctx.stepId);
  const words = wordsOf(ctx, rota, others);
  const [name, by] = [plainWords(who.name), plainWords(ctx.person.name)];
  const losers = [...new Set(others.flatMap(({ userId }) => userId ?? []))].filter((id) => id !== ctx.person.id);
  const tell = (dialogId: string, text: string) => ctx.effect({ kind: "chat.send", dialogId, text });
  return [
    ...losers.map((id) => tell(id, ctx.t("takenFrom", { name, ...words }))),
    ...(isOwn ? [] : [tell(who.id, ctx.t("givenTo", { by, ...words }))]),
    ctx.say(isOwn ? ctx.t("taken", words) : ctx.t("given", { name, ...words })),
  ];
}

/**
 * Who is on call on some days, from now on; null when they are over. A turn that goes on over the last midnight is theirs to its end, where
 * that is not more than a day later: nobody wants a night shift back at midnight.
 */
async function turnsIn(ctx: NotifyContext, rota: RotaNow, { from, to }: Period): Promise<readonly Turn[] | null> {
  const begins = momentOf(from, "00:00", rota.timeZone);
  const until = momentOf(dayAfter(to, 1), "00:00", rota.timeZone);
  const dayLater = momentOf(dayAfter(to, 2), "00:00", rota.timeZone);
  const now = new Date(ctx.at).toISOString();
  if (until <= now) return null;
  const turns = await ctx.services.onCall.turns(rota.id, { from: begins > now ? begins : now, until: dayLater });
  return (
    turns
      .filter((turn) => turn.from < until)
      // One that is still under way a day later ends with the days that were asked for.
      .map((turn) => (turn.until < dayLater ? turn : { ...turn, until }))
  );
}

const whichRota = (ctx: NotifyContext, rotas: readonly RotaNow[], { params }: Asked): Moves =>
  ctx.say(ctx.t("whichRota"), {
    buttons: rotas.map(({ id, rota }) => [button(plainWords(rota), "oncallin", `${id} ${params}`)]),
  });

const lines = (...texts: readonly (string | false)[]): string => texts.filter((text) => text !== false).join("\n");

const spanOf = ({ from, until }: Span): Span => ({ from, until });

const wordsOf = ({ language }: NotifyContext, { rota, timeZone }: RotaNow, times: readonly Span[]) => ({
  rota: plainWords(rota),
  times: timesIn(times, timeZone, language),
});
