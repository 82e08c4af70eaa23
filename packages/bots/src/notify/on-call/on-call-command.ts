import { commandFor, type Moves, type Named, type Period, plainWords } from "@botdeck/dialog";

import { button } from "../preferences/command-button.ts";
import type { NotifyContext } from "../notify-context.ts";
import { giveTurn, swapTurn, takeTurn } from "./change-turn.ts";
import type { OpenTurn, RotaNow } from "./services.ts";
import { momentIn } from "./times-in-words.ts";

const changeParams = [
  {
    name: "what",
    kind: "choice",
    isOptional: true,
    title: { en: "what to do", ru: "что сделать" },
    choices: [
      { value: "swap", title: { en: "swap", ru: "замена" }, also: ["поменяться", "обмен", "отдать"] },
      { value: "take", title: { en: "take", ru: "взять" }, also: ["беру", "возьму"] },
      { value: "give", title: { en: "give", ru: "назначить" }, also: ["поставить", "override"] },
    ],
  },
  { name: "who", kind: "person", isOptional: true, title: { en: "person", ru: "человек" } },
  { name: "when", kind: "period", isOptional: true, title: { en: "days", ru: "дни" } },
] as const;

const command = commandFor<NotifyContext>();

/** `/oncall`: who is on call now and next; `swap`, `take` and `give` change that. */
export const onCallCommand = command({
  title: { en: "Who is on call", ru: "Кто дежурит" },
  about: {
    en: "Who is on call now and next. “swap @name tomorrow” offers your turn, “take tomorrow” takes one over; administrators “give @name tomorrow”",
    ru: "Кто дежурит сейчас и следующим. «swap @имя завтра» предлагает вашу смену, «take завтра» берёт чужую; администраторы: «give @имя завтра»",
  },
  examples: { en: ["swap @anna tomorrow", "take today"], ru: ["swap @анна завтра", "take сегодня"] },
  params: changeParams,
  handler: async (ctx) => answer(ctx, await ctx.services.onCall.rotas(), ctx.params, ctx.args),
});

/** The same about one rota, for buttons that ask which is meant. */
export const onCallInCommand = command({
  title: { en: "Who is on call in a rota", ru: "Кто дежурит по графику" },
  isHidden: true,
  params: [{ name: "rota", kind: "token", title: { en: "rota", ru: "график" } }, ...changeParams],
  handler: async (ctx) => {
    const { rota, ...args } = ctx.args;
    const rotas = (await ctx.services.onCall.rotas()).filter(({ id }) => id === rota);
    return await answer(ctx, rotas, "", args);
  },
});

type Args = { what?: "swap" | "take" | "give" | undefined; who?: Named | undefined; when?: Period | undefined };

async function answer(
  ctx: NotifyContext,
  rotas: readonly RotaNow[],
  params: string,
  { what, who, when }: Args,
): Promise<Moves> {
  if (rotas.length === 0) return ctx.say(ctx.t("onCallNone"));
  if (what === undefined) return show(ctx, rotas);
  if (when === undefined || (who === undefined && what !== "take")) return ctx.say(ctx.t(`${what}How`));
  const asked = { rotas, params, when };
  if (what === "take" || who === undefined) return await takeTurn(ctx, asked);
  return await (what === "swap" ? swapTurn : giveTurn)(ctx, { ...asked, who });
}

function show(ctx: NotifyContext, rotas: readonly RotaNow[]): Moves {
  const at = (moment: string | null, { timeZone }: RotaNow) =>
    moment === null ? "none" : momentIn(moment, timeZone, ctx.language);
  const lineOf = (rota: RotaNow) => {
    const { now, next } = rota;
    const name = plainWords(rota.rota);
    const first =
      now.userId === null
        ? ctx.t("onCallNobody", { rota: name, until: at(now.until, rota) })
        : ctx.t("onCallNow", { rota: name, name: nameOf(now), until: at(now.until, rota) });
    const then = next === null ? "" : `, ${ctx.t("onCallThen", { name: nameOf(next), until: at(next.until, rota) })}`;
    return `${first}${then}`;
  };
  const isMine = rotas.some(({ people }) => people.includes(ctx.person.id));
  const put = (text: string, words: string) => ({ kind: "put" as const, text, put: words });
  const buttons = isMine
    ? [[put(ctx.t("buttonSwap"), "/oncall swap @"), button(ctx.t("buttonTake"), "oncall", takeToday(ctx))]]
    : [];
  return ctx.say([`[B]${ctx.t("onCallHead")}[/B]`, ...rotas.map(lineOf)].join("\n"), { buttons });
}

const takeToday = ({ language }: NotifyContext): string => (language === "ru" ? "take сегодня" : "take today");

const nameOf = ({ userName, userId }: OpenTurn): string => plainWords(userName === "" ? (userId ?? "—") : userName);
