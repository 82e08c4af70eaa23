import { type Language, textInBrief } from "@botdeck/dialog";
import { drawGraph, graphOf, graphWords } from "@botdeck/dialog/graph";

import type { BotDialog } from "./bot-dialogs.ts";

type File = { name: string; content: string };

/** An SVG for each dialog, and a page with all of them. */
export function drawPages(found: readonly BotDialog[], language: Language): File[] {
  const pictures = found.map(({ bot, dialog }) => {
    const texts: Readonly<Record<string, string>> = bot.texts[language];
    const words = graphWords(language, { text: (key) => textInBrief(texts[key] ?? "", language) });
    return {
      title: `${bot.name[language]}: ${words.name(dialog.name)}, ${dialog.version}`,
      name: `${bot.code}-${dialog.name}-${dialog.version}.svg`,
      content: drawGraph(graphOf(dialog, { hasOperators: bot.kind === "client" }), words, { isAlone: true }),
    };
  });
  return [...pictures.map(({ name, content }) => ({ name, content })), indexOf(pictures, language)];
}

const HEADING: Readonly<Record<Language, string>> = { en: "Dialogs", ru: "Диалоги" };

function indexOf(pictures: readonly (File & { title: string })[], language: Language): File {
  const sections = pictures.map(({ title, name, content }) => {
    return `<section><h2><a href="${escaped(name)}">${escaped(title)}</a></h2>${content}</section>`;
  });
  const content = `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${HEADING[language]}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem;color-scheme:light dark}section{overflow-x:auto}</style>
<h1>${HEADING[language]}</h1>
${sections.join("\n")}
</html>
`;
  return { name: "index.html", content };
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
