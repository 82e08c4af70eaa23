import { useTranslations } from "use-intl";

import type { RoomMessages } from "../../../i18n/rooms/room-loaders.ts";
import type { TextProblem } from "./use-save-text.ts";

type Reason = keyof RoomMessages["texts"]["reasons"];

/** The message parser's words, as far as people make such slips. */
const REASONS: Readonly<Record<string, Reason>> = {
  EXPECT_ARGUMENT_CLOSING_BRACE: "brace",
  UNCLOSED_QUOTE_IN_ARGUMENT_STYLE: "brace",
  EMPTY_ARGUMENT: "argument",
  MALFORMED_ARGUMENT: "argument",
  MISSING_OTHER_CLAUSE: "other",
  UNCLOSED_TAG: "tag",
  INVALID_TAG: "tag",
  UNMATCHED_CLOSING_TAG: "tag",
  EXPECT_ARGUMENT_TYPE: "type",
  INVALID_ARGUMENT_TYPE: "type",
  EXPECT_PLURAL_ARGUMENT_SELECTOR: "selector",
  EXPECT_SELECT_ARGUMENT_SELECTOR: "selector",
  EXPECT_PLURAL_ARGUMENT_SELECTOR_FRAGMENT: "selector",
  EXPECT_SELECT_ARGUMENT_SELECTOR_FRAGMENT: "selector",
};

/** Why a text was refused, in the person's language. Places count from 1, as people do. */
export function useProblemText(): (problem: TextProblem) => string {
  const t = useTranslations("texts");
  return (problem) => {
    switch (problem.kind) {
      case "empty":
        return t("problems.empty");
      case "too_long":
        return t("problems.too_long", { most: problem.most });
      case "unreadable": {
        const reason = t(`reasons.${REASONS[problem.reason] ?? "unclear"}`);
        return t("problems.unreadable", { at: problem.at + 1, reason });
      }
      case "unknown_value":
        return t("problems.unknown_value", { at: problem.at + 1, name: problem.name });
      case "wrong_use":
        return t("problems.wrong_use", { at: problem.at + 1, name: problem.name });
      case "missing_value":
        return t("problems.missing_value", { name: problem.name });
    }
  };
}
