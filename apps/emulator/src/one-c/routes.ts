import { setTimeout as wait } from "node:timers/promises";

import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";

import type { Portal } from "../portal.ts";
import { DOCUMENT, documentOf } from "./document.ts";
import { ODataError } from "./odata-error.ts";
import { orderViews } from "./order-view.ts";
import { checkOptions, queryDocuments, shownDocument } from "./query.ts";

const BASE = "/1c/odata/standard.odata";
/** The login and the password of the demo, as README.md beside tells them. */
const CREDENTIALS = "bot:demo-1c";
/** How many digits of a phone are its own; those before are the country's, or a long-distance 8. */
const OWN_DIGITS = 10;

type Query = Readonly<Record<string, string | undefined>>;

/** The shop's orders as 1C publishes them by OData, and as a plain JSON service. README.md beside is the contract. */
export const oneCRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof ODataError)) throw error;
    const message = { lang: "ru", value: error.message };
    return reply.code(error.status).send({ "odata.error": { code: error.code, message } });
  });
  app.addHook("onRequest", async (request, reply) => {
    portal.oneC.countRequest();
    const { mode, slowMs } = portal.oneC.read();
    if (mode === "away") return reply.code(503).type("text/plain").send("Service Unavailable");
    if (mode === "slow") await wait(slowMs);
    if (!isKnown(request)) return refuseStranger(reply);
  });

  app.get<{ Params: { entity: string }; Querystring: Query }>(`${BASE}/:entity`, async ({ params, query }) => {
    const [, name = "", key] = /^([^(]*)(?:\(guid'([^']*)'\))?$/u.exec(params.entity) ?? [];
    if (name !== DOCUMENT) throw new ODataError(404, "8", `Сущность «${params.entity}» не найдена`);
    checkOptions(query);
    const metadata = { "odata.metadata": `${portal.origin()}${BASE}/$metadata#${DOCUMENT}` };
    const all = orderViews(portal.state, portal.now()).map(documentOf);
    if (key === undefined) {
      const { total, documents } = queryDocuments(all, query);
      const count = query["$inlinecount"] === "allpages" ? { "odata.count": String(total) } : {};
      return { ...metadata, ...count, value: documents };
    }
    const document = all.find((one) => one["Ref_Key"] === key.toLowerCase());
    if (document === undefined) throw new ODataError(404, "9", `Экземпляр сущности «${params.entity}» не найден`);
    return { "odata.metadata": `${metadata["odata.metadata"]}/@Element`, ...shownDocument(document, query) };
  });

  app.get<{ Querystring: Query }>("/1c/orders", async ({ query: { number, phone } }, reply) => {
    if ((number === undefined) === (phone === undefined)) {
      return reply.code(400).send({ error: "Give either number or phone." });
    }
    const orders = orderViews(portal.state, portal.now()).filter((order) =>
      number === undefined
        ? order.phone !== null && ownDigits(order.phone) === ownDigits(phone ?? "")
        : isNumber(order.number, number),
    );
    return { orders };
  });
};

/** Clerks find an order by its digits alone, too. */
function isNumber(number: string, asked: string): boolean {
  const wanted = asked.trim().toLowerCase();
  return number.toLowerCase() === wanted || (/^\d+$/.test(wanted) && number.replaceAll(/\D/g, "") === wanted);
}

function ownDigits(phone: string): string {
  return phone.replaceAll(/\D/g, "").slice(-OWN_DIGITS);
}

function isKnown({ headers }: FastifyRequest): boolean {
  const [, encoded = ""] = /^Basic (\S+)$/i.exec(headers.authorization ?? "") ?? [];
  return Buffer.from(encoded, "base64").toString("utf8") === CREDENTIALS;
}

function refuseStranger(reply: FastifyReply) {
  return reply.code(401).header("www-authenticate", 'Basic realm="1C:Enterprise"').type("text/plain").send("401");
}
