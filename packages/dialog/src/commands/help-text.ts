import type { AnyCommand } from "../define-bot.ts";
import type { Language } from "../texts/catalog.ts";
import { paramsInWords } from "./commands-of.ts";
import { commandTexts } from "./texts.ts";

type Commands = Readonly<Record<string, AnyCommand>>;

/** What a bot can do, a line for each of the commands given. */
export function helpText(commands: Commands, language: Language): string {
  const t = commandTexts(language);
  const lines = Object.entries(commands).map(([name, { title, params = [] }]) => {
    const command = [name, paramsInWords(params, language)].join(" ").trim();
    return t("helpLine", { command, title: title[language] });
  });
  const [first] = Object.keys(commands);
  const more = first === undefined ? [] : ["", t("helpMore", { command: first })];
  return [t("helpTitle"), ...lines, ...more].join("\n");
}

/** All about one command: what it does, what may follow it, and how it is written. */
export function helpOfCommand(name: string, command: AnyCommand, language: Language): string {
  const t = commandTexts(language);
  const { title, about = title, params = [], examples } = command;
  const usage = [name, paramsInWords(params, language)].join(" ").trim();
  const lines = params.map((param) =>
    t("helpParam", {
      title: param.title[language],
      isOptional: String(param.isOptional === true),
      choices: param.kind === "choice" ? param.choices.map((choice) => choice.title[language]).join(", ") : "none",
    }),
  );
  const shown = (examples?.[language] ?? []).map((example) => `/${name} ${example}`.trim());
  const example = shown.length === 0 ? [] : [t("helpExamples", { examples: shown.join("\n") })];
  return [t("helpOf", { usage, about: about[language] }), ...lines, ...example].join("\n");
}
