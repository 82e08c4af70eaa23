import { Button, ErrorState, Skeleton } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { FailureText } from "../../../components/failure-text.tsx";
import { useTRPC } from "../../../trpc.ts";

type Props = { portalId: string; words: string; onChoose: (personId: string) => void };

/** Who may be meant. */
export function FoundPeople({ portalId, words, onChoose }: Props) {
  const t = useTranslations("access.erase");
  const tRoom = useTranslations("access");
  const isNumber = /^[1-9]\d{0,18}$/.test(words);
  const { data, error, isPending } = useQuery(
    useTRPC().person.find.queryOptions({ portalId, words }, { enabled: !isNumber }),
  );
  const people = isNumber ? [{ personId: words, name: t("byNumber", { id: words }) }] : (data ?? []);
  if (error !== null) return <ErrorState title={tRoom("failed")} text={<FailureText error={error} />} />;
  if (isPending && !isNumber) return <Skeleton className="h-12 w-full" />;
  if (people.length === 0) return <p className="text-ink-muted">{t("nobody")}</p>;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface px-4">
      {people.map(({ personId, name }) => (
        <li key={personId} data-found={personId} className="flex items-center gap-3 py-2">
          <span className="min-w-0 flex-1">
            <span className="block font-medium wrap-anywhere">{name}</span>
            {!isNumber && <span className="block text-sm text-ink-muted">{t("number", { id: personId })}</span>}
          </span>
          <Button size="sm" onClick={() => onChoose(personId)}>
            {t("look")}
          </Button>
        </li>
      ))}
    </ul>
  );
}
