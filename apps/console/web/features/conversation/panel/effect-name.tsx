import { useMessages } from "use-intl";

import { wordsOf } from "../../../i18n/words-of.ts";

/** What an effect does, in people's words; one that nobody has named by its own. */
export function EffectName({ kind }: { kind: string }) {
  const { effects } = useMessages();
  // A dot parts the names of texts.
  return wordsOf(effects.kinds, kind.replace(".", "_")) ?? kind;
}
