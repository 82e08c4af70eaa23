import type { DialogDefinition } from "../dialogs/index.ts";
import type { AnyCommand } from "../define-bot.ts";

/** As the portal takes them (docs: imbot.v2.Command.register). */
const NAME = /^\w+$/;

type Checked = {
  commands?: Readonly<Record<string, Pick<AnyCommand, "params" | "dialog">>>;
  dialogs?: readonly DialogDefinition[];
};

/** Finds what contradicts itself in a bot's commands. @param fail Says it; it does not return. */
export function checkCommands({ commands = {}, dialogs = [] }: Checked, fail: (problem: string) => never): void {
  for (const [name, { params = [], dialog }] of Object.entries(commands)) {
    if (!NAME.test(name)) fail(`the command "${name}" has to be of Latin letters, digits and _`);
    if (dialog !== undefined && !dialogs.some((each) => each.name === dialog)) {
      fail(`the command "${name}" begins the dialog "${dialog}", which is not there`);
    }
    const names = params.map((param) => param.name);
    const twice = names.find((each, index) => names.indexOf(each) !== index);
    if (twice !== undefined) fail(`the command "${name}" has two params "${twice}"`);
    if (params.filter(({ kind }) => kind === "words").length > 1) {
      fail(`the command "${name}" has two params that take all words that are left`);
    }
  }
}
