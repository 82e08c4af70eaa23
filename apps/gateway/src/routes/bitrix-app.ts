import { readFrameInstall } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import type { AppInstalls } from "@botdeck/db";
import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";

import type { AcceptAuthorization } from "../accept-authorization.ts";
import { sendPage } from "./page.ts";
import { readBody } from "./read-body.ts";
import { wayToConsole } from "./way-to-console.ts";

type Options = {
  keepInstall: AppInstalls["keep"];
  acceptAuthorization: AcceptAuthorization;
  /** Where people sign in to the console; null where the gateway does not know. */
  consoleUrl: string | null;
};

const Return = z.object({ code: z.string().min(1), state: z.string().min(1), member_id: z.string().min(1) });

const DONE = {
  status: 200,
  title: { en: "Done", ru: "Готово" },
  text: {
    en: "The bots may work with your rights now, and what you asked for goes on by itself. Close this page and go back to the chat.",
    ru: "Теперь боты могут работать с вашими правами, и то, о чём вы просили, продолжится само. Закройте страницу и вернитесь в чат.",
  },
};
const INSTALLED = {
  status: 200,
  title: { en: "Botdeck", ru: "Botdeck" },
  text: {
    en: "The installation has arrived. The bots appear on the portal within a minute; all else happens in the chats and in the console.",
    ru: "Установка принята. Боты появятся на портале в течение минуты; всё остальное происходит в чатах и в консоли.",
  },
  finishesInstall: true,
};
const NOT_DONE = {
  title: { en: "That did not work", ru: "Не получилось" },
  askAgain: {
    en: "This link was used before or is too old. Ask the bot again to get a new one.",
    ru: "Ссылка уже использована или устарела. Обратитесь к боту ещё раз, и он пришлёт новую.",
  },
  otherPerson: {
    en: "The link is for another person, for an administrator, or for another portal. Open it while you are signed in as the one to whom it was given.",
    ru: "Ссылка выдана другому человеку, администратору или другому порталу. Откройте её под той учётной записью, для которой она выдана.",
  },
  later: {
    en: "Bitrix24 did not confirm it. Ask the bot again to get a new link.",
    ru: "Битрикс24 не подтвердил доступ. Обратитесь к боту ещё раз, и он пришлёт новую ссылку.",
  },
};

/** The app's own address: where people come back to after they authorised it or signed in, and what a portal opens in a frame. */
export const bitrixApp: FastifyPluginAsync<Options> = async (app, { keepInstall, acceptAuthorization, consoleUrl }) => {
  app.get("/bitrix/app", async (request, reply) => {
    const query = Return.safeParse(request.query);
    const refuse = (status: number, text: { en: string; ru: string }) =>
      sendPage(request, reply, { status, title: NOT_DONE.title, text });
    if (!query.success) return refuse(400, NOT_DONE.askAgain);
    const toConsole = wayToConsole(query.data, consoleUrl);
    if (toConsole !== null) return reply.header("referrer-policy", "no-referrer").redirect(toConsole);
    const { code, state, member_id: memberId } = query.data;
    try {
      const { portalId } = await acceptAuthorization({ code, state, memberId });
      request.log.info({ portalId }, "a person authorised the app");
      return sendPage(request, reply, DONE);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      request.log.info({ code: error.code, reason: error.message }, "an authorisation is refused");
      if (error.code === "not_found") return refuse(410, NOT_DONE.askAgain);
      return error.code === "forbidden" ? refuse(403, NOT_DONE.otherPerson) : refuse(502, NOT_DONE.later);
    }
  });

  app.post("/bitrix/app", async (request, reply) => {
    const query = z.record(z.string(), z.unknown()).parse(request.query);
    const opened = readFrameInstall(readBody(request).map, query, new Date());
    if (opened === null)
      throw new AppError("invalid", "This address takes a portal's opening of the app, and no events");
    if (opened.kind === "app.installed") {
      await keepInstall(opened.grant.memberId, opened.grant);
      request.log.info({ domain: opened.grant.domain }, "installation is kept and waits to be checked");
    }
    return sendPage(request, reply, INSTALLED);
  });
};
