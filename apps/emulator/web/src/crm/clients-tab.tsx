import { Card, EmptyState, Input } from "@botdeck/ui";
import { Building2, Contact, Mail, Phone } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Client } from "../api/portal-types.ts";
import type { Person } from "../api/types.ts";
import { LoadProblem } from "../live/load-problem.tsx";
import { usePortal } from "../live/portal-context.ts";
import { useLive } from "../live/use-live.ts";
import { PersonName } from "../portal/person-name.tsx";
import { PlaceLink } from "../url/place-link.tsx";

/** Contacts and companies, with how to reach them. */
export function ClientsTab({ people }: { people: Person[] }) {
  const t = useTranslations();
  const { api } = usePortal();
  const [sought, setSought] = useState("");
  const clients = useLive(
    "clients",
    api.clients,
    (news) => news.type === "portal" && /^ONCRM(?:CONTACT|COMPANY)/u.test(news.event),
  );
  const matches = (client: Client) =>
    [client.title, client.company, ...client.phones, ...client.emails]
      .join(" ")
      .toLocaleLowerCase()
      .includes(sought.trim().toLocaleLowerCase());
  const { data } = clients;
  const isEmpty = data && data.contacts.length + data.companies.length === 0;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-3 md:p-4">
      <LoadProblem of={clients} title={t("problem.load")} />
      {isEmpty ? (
        <EmptyState icon={<Contact />} title={t("crm.noClients")} text={t("crm.noClientsText")} />
      ) : (
        <div className="mx-auto flex max-w-6xl flex-col gap-6">
          <Input
            type="search"
            className="max-w-sm"
            aria-label={t("crm.findClient")}
            placeholder={t("crm.findClient")}
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
          <Group title={t("crm.contacts")} clients={data?.contacts.filter(matches)} people={people} />
          <Group title={t("crm.companies")} clients={data?.companies.filter(matches)} people={people} />
        </div>
      )}
    </div>
  );
}

type GroupProps = { title: string; clients: Client[] | undefined; people: Person[] };

function Group({ title, clients, people }: GroupProps) {
  if (!clients || clients.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg font-semibold">
        {title} <span className="text-sm font-normal text-ink-muted tabular-nums">{clients.length}</span>
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {clients.map((client) => (
          <li key={client.key}>
            <ClientCard client={client} people={people} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ClientCard({ client, people }: { client: Client; people: Person[] }) {
  return (
    <Card className="flex h-full flex-col gap-1.5 p-3">
      <PlaceLink to={{ item: client.key }} className="font-medium wrap-anywhere hover:text-accent">
        {client.title}
      </PlaceLink>
      {client.company && (
        <p className="flex items-center gap-1.5 text-ink-muted">
          <Building2 aria-hidden className="size-3.5 shrink-0" />
          <span className="truncate">{client.company}</span>
        </p>
      )}
      {client.phones.map((phone) => (
        <p key={phone} className="flex items-center gap-1.5 tabular-nums">
          <Phone aria-hidden className="size-3.5 shrink-0 text-ink-muted" />
          {phone}
        </p>
      ))}
      {client.emails.map((mail) => (
        <p key={mail} className="flex items-center gap-1.5">
          <Mail aria-hidden className="size-3.5 shrink-0 text-ink-muted" />
          <span className="truncate">{mail}</span>
        </p>
      ))}
      <p className="mt-auto pt-1 text-xs text-ink-muted">
        <PersonName id={client.assignedById} people={people} />
      </p>
    </Card>
  );
}
