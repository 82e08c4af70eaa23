import type { FastifyReply, FastifyRequest } from "fastify";

type Text = { en: string; ru: string };

/** The portal's library, which tells the portal that the app's installation is done. Bitrix24 docs: settings/app-installation */
const BX24 = "https://api.bitrix24.com/api/v1/";

/** A small page for a person's browser, in the language that it asks for. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: { status: number; title: Text; text: Text; finishesInstall?: boolean },
): FastifyReply {
  const language = /^\s*ru\b/i.test(request.headers["accept-language"] ?? "") ? "ru" : "en";
  const script = page.finishesInstall
    ? `<script src="${BX24}"></script><script>BX24.init(() => BX24.installFinish());</script>`
    : "";
  const html = `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${page.title[language]}</title>
<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui;max-width:32rem;margin:18vh auto;padding:0 1rem}</style>
<h1>${page.title[language]}</h1><p>${page.text[language]}</p>${script}</html>
`;
  return reply
    .code(page.status)
    .type("text/html; charset=utf-8")
    .header("cache-control", "no-store")
    .header("referrer-policy", "no-referrer")
    .send(html);
}
