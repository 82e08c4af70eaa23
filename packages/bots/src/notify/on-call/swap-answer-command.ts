import { commandFor, plainWords } from "@botdeck/dialog";

import type { NotifyContext } from "../notify-context.ts";
import { timesIn } from "./times-in-words.ts";

const VERBS = ["agreed", "declined", "withdrawn"] as const;
type Verb = (typeof VERBS)[number];

const SAID = { agreed: "offerAgreed", declined: "offerDeclined", withdrawn: "offerWithdrawn" } as const;
const TOLD = { agreed: "offerAgreedTo", declined: "offerDeclinedTo", withdrawn: "offerWithdrawnTo" } as const;

/** Buttons of an offered turn: whoever it was offered to agrees or declines, whoever offered takes it back. Both are told. */
export const swapAnswerCommand = commandFor<NotifyContext>()({
  title: { en: "Answer an offered turn", ru: "Ответить о смене" },
  isHidden: true,
  params: [
    { name: "verb", kind: "token", title: { en: "answer", ru: "ответ" } },
    { name: "ids", kind: "token", title: { en: "offer", ru: "предложение" } },
  ],
  handler: async (ctx) => {
    const { verb, ids } = ctx.args;
    const answered = isVerb(verb) ? await ctx.services.onCall.answerOffer(ids.split(","), verb) : null;
    if (answered === null || !isVerb(verb)) return ctx.say(ctx.t("offerGone"));
    const { outcome, timeZone, askedById, askedByName, userId } = answered;
    const words = { rota: plainWords(answered.rota), times: timesIn(answered.times, timeZone, ctx.language) };
    if (outcome === "answered") return ctx.say(ctx.t("offerAnswered"));
    if (outcome === "over") return ctx.say(ctx.t("offerOver", words));
    if (outcome === "not_theirs") return ctx.say(ctx.t("offerNotTheirs", { name: plainWords(askedByName), ...words }));
    const name = plainWords(ctx.person.name);
    const dialogId = verb === "withdrawn" ? userId : askedById;
    return [
      ctx.effect({ kind: "chat.send", dialogId, text: ctx.t(TOLD[verb], { name, ...words }) }),
      ctx.say(ctx.t(SAID[verb], words)),
    ];
  },
});

const isVerb = (word: string): word is Verb => VERBS.some((each) => each === word);
