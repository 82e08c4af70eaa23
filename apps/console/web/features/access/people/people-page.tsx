import { Button, EmptyState, Input } from "@botdeck/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { SearchX, UserRoundPlus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { MoreButton } from "../../../components/more-button.tsx";
import { useLiveTopic } from "../../../live/live-context.ts";
import { useTRPC } from "../../../trpc.ts";
import { AccessFrame } from "../access-frame.tsx";
import { FactorPolicy } from "./factor-policy.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { NewPersonDialog } from "./new-person-dialog.tsx";
import { PersonRow } from "./person-row.tsx";
import type { PasswordLink } from "./person-types.ts";

/** Who may enter the console. */
export function PeoplePage() {
  const t = useTranslations("access.people");
  const tRoom = useTranslations("access");
  const navigate = useNavigate();
  const { q } = useSearch({ from: "/_app/access/people" });
  const [isAdding, setIsAdding] = useState(false);
  const [link, setLink] = useState<PasswordLink | null>(null);
  const query = useInfiniteQuery(
    useTRPC().login.list.infiniteQueryOptions({ words: q ?? null }, { getNextPageParam: (page) => page.nextCursor }),
  );
  useLiveTopic("access", () => void query.refetch());
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const search = (words: string) =>
    void navigate({ to: "/access/people", search: words.trim() === "" ? {} : { q: words.trim() }, replace: true });
  return (
    <AccessFrame
      isWide
      title={t("title")}
      text={t("text")}
      actions={
        <Button variant="primary" onClick={() => setIsAdding(true)}>
          <UserRoundPlus aria-hidden />
          {t("add")}
        </Button>
      }
      aboveContent={
        <Input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          defaultValue={q}
          key={q === undefined ? "none" : "some"}
          className="max-w-80"
          onKeyDown={(event) => event.key === "Enter" && search(event.currentTarget.value)}
          onBlur={({ target }) => target.value.trim() !== (q ?? "") && search(target.value)}
        />
      }
      isPending={query.isPending}
      error={query.data === undefined ? query.error : null}
      onRetry={() => void query.refetch()}
    >
      {rows.length === 0 ? (
        <EmptyState
          icon={<SearchX />}
          title={t("empty.title")}
          action={<Button onClick={() => search("")}>{t("empty.clear")}</Button>}
        />
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {rows.map((person) => (
            <PersonRow key={person.id} person={person} onLink={setLink} />
          ))}
        </ul>
      )}
      <MoreButton query={query} label={tRoom("more")} />
      <FactorPolicy />
      {isAdding && (
        <NewPersonDialog
          onClose={() => setIsAdding(false)}
          onMade={(made) => {
            setIsAdding(false);
            setLink(made);
          }}
        />
      )}
      {link !== null && <LinkDialog link={link} onClose={() => setLink(null)} />}
    </AccessFrame>
  );
}
