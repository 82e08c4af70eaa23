import { commandFor, plainWords } from "@botdeck/dialog";

import { button } from "../preferences/command-button.ts";
import type { NotifyContext } from "../notify-context.ts";
import { postmortem } from "./postmortem.ts";
import { momentIn } from "./times-in-words.ts";

const MOST_OFFERED = 6;
/** Characters of a title that fit on a button. */
const BUTTON_LENGTH = 40;

/** `/postmortem`: what happened to a group of alerts, as a file to go on writing in. */
export const postmortemCommand = commandFor<NotifyContext>()({
  title: { en: "Timeline of an alert as a file", ru: "Хронология сигнала файлом" },
  params: [
    { name: "group", kind: "token", isOptional: true, title: { en: "alert", ru: "сигнал" } },
    { name: "episode", kind: "token", isOptional: true, title: { en: "which time", ru: "который раз" } },
  ],
  handler: async (ctx) => {
    const { group } = ctx.args;
    const episode = /^[1-9]\d{0,8}$/.test(ctx.args.episode ?? "") ? Number(ctx.args.episode) : undefined;
    const { onCall } = ctx.services;
    if (group === undefined) {
      const latest = await onCall.latest(MOST_OFFERED);
      if (latest.length === 0) return ctx.say(ctx.t("postmortemNone"));
      const buttons = latest.map(({ id, title }) => [
        button(plainWords(title).slice(0, BUTTON_LENGTH), "postmortem", id),
      ]);
      return ctx.say(ctx.t("postmortemWhich"), { buttons });
    }
    const timeline = ctx.person.kind === "employee" ? await onCall.timeline(group, episode) : null;
    if (timeline === null) return ctx.say(ctx.t("alertGone"));
    const { language, settings } = ctx;
    const name = `postmortem-${timeline.firstAt.slice(0, 10)}.md`;
    const content = new TextEncoder().encode(postmortem(timeline, { language, timeZone: settings.timeZone }));
    const key = `postmortem:${ctx.stepId}`;
    const keptFileId = await onCall.keepFile({ key, name, contentType: "text/markdown", content, language });
    const text = ctx.t("postmortemReady", { title: plainWords(timeline.title) });
    const file = ctx.effect({ kind: "chat.file", dialogId: ctx.dialog.id, keptFileId, name, text });
    const isLast = episode === undefined && timeline.earlier.length > 0;
    if (!isLast) return file;
    const buttons = timeline.earlier.map((each) => [
      button(momentIn(each.at, settings.timeZone, language), "postmortem", `${group} ${each.episode}`),
    ]);
    return [file, ctx.say(ctx.t("postmortemEarlier"), { buttons })];
  },
});
