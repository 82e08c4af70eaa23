import { Button, buttonLook, Card, EmptyState, Kbd } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { MailCheck } from "lucide-react";
import { useTranslations } from "use-intl";

import { BackLink } from "../../../components/back-link.tsx";
import { FaultNote } from "../../../components/fault/fault-note.tsx";
import { useKeys } from "../../../components/use-keys.ts";
import { useOneOpen } from "../../../components/use-one-open.ts";
import { useLiveTopic } from "../../../live/live-context.ts";
import { useRole } from "../../notification/use-role.ts";
import { failureOf, useTRPC } from "../../../trpc.ts";
import { DiscardDialog } from "../act/discard-dialog.tsx";
import { ReplayDialog } from "../act/replay-dialog.tsx";
import { useRestore } from "../act/use-restore.ts";
import { DeliveryPage } from "../delivery-page.tsx";
import { EditDialog } from "../edit/edit-dialog.tsx";
import { filterOf } from "../letters/filter-of.ts";
import { useWords } from "../use-words.ts";
import { ActList } from "./act-list.tsx";
import { EditList } from "./edit-list.tsx";
import { LetterChain } from "./letter-chain.tsx";
import { LetterFacts } from "./letter-facts.tsx";

/** One letter whole: why it died, what was to be sent, all that happened around it, and what people did with it. */
export function LetterPage({ id }: { id: string }) {
  const t = useTranslations("deliveries");
  const words = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: "/_app/deliveries/letters/$id" });
  const { open: asking, setOpen: setAsking, shut } = useOneOpen<"replay" | "edit" | "discard">();
  const { data: letter, error, isPending, refetch } = useQuery(useTRPC().deadLetter.get.queryOptions({ id }));
  const restore = useRestore();
  const { isAdmin } = useRole();
  useLiveTopic("letters", () => void refetch());
  const isDead = letter?.state === "dead";
  const isGone = error !== null && failureOf(error).code === "NOT_FOUND";
  const mayEdit = isAdmin && letter !== undefined && isDead && !isGone && letter.editPlaces.length > 0;
  const toList = () => void navigate({ to: "/deliveries/letters", search });
  useKeys({
    KeyR: () => isDead && !isGone && setAsking("replay"),
    KeyE: () => mayEdit && setAsking("edit"),
    Escape: toList,
  });

  const title = letter === undefined ? t("letters.title") : words("kinds", letter.kind);
  const chosen = { filter: filterOf({ state: "dead" }, undefined), ids: [id], count: 1 };
  return (
    <DeliveryPage
      title={
        <span className="flex items-center gap-2">
          <BackLink to="/deliveries/letters" search={search} aria-label={t("letter.back")} />
          <span className="min-w-0">{title}</span>
        </span>
      }
      tabTitle={title}
      actions={letter !== undefined && !isGone && actionsOf()}
      isPending={isPending}
      error={isGone ? null : letter === undefined ? error : null}
      onRetry={() => void refetch()}
    >
      {isGone && (
        <EmptyState
          icon={<MailCheck />}
          title={t("letter.gone.title")}
          text={t("letter.gone.text")}
          action={
            <Link to="/deliveries/letters" search={search} className={buttonLook()}>
              {t("letter.back")}
            </Link>
          }
        />
      )}
      {isGone && <EditList id={id} />}
      {letter !== undefined && !isGone && (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <Card className="border-danger/40">
              <h3 className="text-sm font-medium text-ink-muted">{t("letter.reason")}</h3>
              <FaultNote className="mt-1 wrap-anywhere [&>p]:text-lg" text={letter.reason ?? t("letters.noReason")} />
            </Card>
            <Card>
              <h3 className="font-semibold">{t("letter.payload")}</h3>
              {letter.payload === null ? (
                <p className="text-ink-muted">{t("letter.payloadGone")}</p>
              ) : (
                <>
                  <p className="text-sm text-ink-muted">
                    {t("letter.payloadText")}
                    {isAdmin && letter.noEdit !== null && ` ${t(`edit.noEdit.${letter.noEdit}`)}`}
                  </p>
                  <pre
                    data-payload
                    tabIndex={0}
                    aria-label={t("letter.payload")}
                    className="mt-2 max-h-96 overflow-auto rounded-md bg-sunken p-3 font-mono text-sm whitespace-pre-wrap wrap-anywhere"
                  >
                    {JSON.stringify(letter.payload, null, 2)}
                  </pre>
                </>
              )}
            </Card>
            <EditList id={id} />
            <LetterChain letter={letter} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <LetterFacts letter={letter} />
            <ActList acts={letter.acts} />
          </div>
        </div>
      )}
      {asking === "replay" && <ReplayDialog letters={chosen} onClose={shut("replay")} />}
      {asking === "edit" && letter !== undefined && <EditDialog letter={letter} onClose={shut("edit")} />}
      {asking === "discard" && <DiscardDialog letters={chosen} onClose={shut("discard")} />}
    </DeliveryPage>
  );

  function actionsOf() {
    if (!isDead) {
      return (
        <Button variant="primary" onClick={() => restore([id])}>
          {t("act.restore")}
        </Button>
      );
    }
    return (
      <>
        <Button onClick={() => setAsking("discard")}>{t("act.discard")}</Button>
        {mayEdit && (
          <Button onClick={() => setAsking("edit")}>
            {t("edit.open")}
            <Kbd className="max-md:hidden">E</Kbd>
          </Button>
        )}
        <Button variant="primary" onClick={() => setAsking("replay")}>
          {t("act.replay")}
          <Kbd className="max-md:hidden">R</Kbd>
        </Button>
      </>
    );
  }
}
