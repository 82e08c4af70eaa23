import { useToast } from "@botdeck/ui";
import { useNavigate } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

import { failureOf } from "../../../trpc.ts";
import { useWords } from "../use-words.ts";

type Refused = { id: string; why: string };

/** Says what an act came to, in the corner of the page. */
export function useTell() {
  const t = useTranslations("deliveries");
  const tErrors = useTranslations("errors");
  const words = useWords();
  const { show } = useToast();
  const navigate = useNavigate();
  return {
    /** Letters that stayed as they were, and why. */
    refused(refused: readonly Refused[]) {
      const [first] = refused;
      if (first === undefined) return;
      const reason = words("refusals", first.why);
      show({ title: t("act.failed"), text: t("act.stays", { count: refused.length, reason }), tone: "danger" });
    },
    /** A call that came to nothing. */
    failed(error: unknown) {
      const { code, requestId } = failureOf(error);
      // Of these the server tells in words that it has for people.
      const isTold = error instanceof Error && (code === "CONFLICT" || code === "NOT_FOUND" || code === "BAD_REQUEST");
      const text = isTold ? error.message : tErrors(code === "unreachable" ? "codes.unreachable" : "codes.other");
      const request = requestId === null ? "" : ` ${tErrors("requestId", { id: requestId })}`;
      show({ title: t("act.failed"), text: `${text}${request}`, tone: "danger" });
    },
    jobStarted({ id }: { id: string }) {
      show({
        title: t("replay.started"),
        text: t("replay.startedText"),
        action: {
          label: t("replay.watch"),
          onPress: () =>
            void navigate({ to: "/deliveries/jobs", search: (before) => ({ portal: before.portal, job: id }) }),
        },
      });
    },
    said: show,
  };
}
