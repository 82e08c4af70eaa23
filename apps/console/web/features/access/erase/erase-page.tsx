import { Button, EmptyState, Field, Input, Select } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { PlugZap } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { AccessFrame } from "../access-frame.tsx";
import { FoundPeople } from "./found-people.tsx";
import { KeptOfPerson } from "./kept-of-person.tsx";

/** Erases what is kept of somebody, on their request: who, what there is, why, and then for good. */
export function ErasePage() {
  const t = useTranslations("access.erase");
  const navigate = useNavigate();
  const { portal, person } = useSearch({ from: "/_app/access/erase" });
  const [words, setWords] = useState(person ?? "");
  const [wanted, setWanted] = useState("");
  const { data: portals, error, isPending, refetch } = useQuery(useTRPC().portal.list.queryOptions());
  const portalId = portal ?? portals?.[0]?.id;

  function find(event: FormEvent) {
    event.preventDefault();
    void navigate({ to: "/access/erase", search: { portal } });
    setWanted(words.trim());
  }

  return (
    <AccessFrame
      title={t("title")}
      text={t("text")}
      isPending={isPending}
      error={portals === undefined ? error : null}
      onRetry={() => void refetch()}
    >
      {portalId === undefined ? (
        <EmptyState icon={<PlugZap />} title={t("noPortal.title")} text={t("noPortal.text")} />
      ) : (
        <>
          <form role="search" className="flex flex-col gap-3" onSubmit={find}>
            <Field label={t("portal")}>
              <Select
                value={portalId}
                options={(portals ?? []).map(({ id, domain }) => ({ value: id, label: domain }))}
                onChange={(next) => void navigate({ to: "/access/erase", search: { portal: next } })}
              />
            </Field>
            <Field label={t("find")} hint={t("findHint")}>
              <span className="flex gap-2">
                <Input
                  type="search"
                  value={words}
                  maxLength={100}
                  enterKeyHint="search"
                  onChange={({ target }) => setWords(target.value)}
                />
                <Button type="submit">{t("search")}</Button>
              </span>
            </Field>
          </form>
          {person !== undefined ? (
            <KeptOfPerson key={`${portalId} ${person}`} portalId={portalId} personId={person} />
          ) : (
            wanted !== "" && (
              <FoundPeople
                portalId={portalId}
                words={wanted}
                onChoose={(id) => void navigate({ to: "/access/erase", search: { portal, person: id } })}
              />
            )
          )}
        </>
      )}
    </AccessFrame>
  );
}
