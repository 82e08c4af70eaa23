import { Dialog, Select, Skeleton } from "@botdeck/ui";
import { MessagesSquare } from "lucide-react";
import { useTranslations } from "use-intl";
import type { CrmCard } from "../api/portal-types.ts";
import type { Person } from "../api/types.ts";
import { useMoment } from "../chat/use-moment.ts";
import { LoadProblem } from "../live/load-problem.tsx";
import { usePortal } from "../live/portal-context.ts";
import { useLive } from "../live/use-live.ts";
import { Fact, Facts, Section } from "../portal/facts.tsx";
import { PersonName } from "../portal/person-name.tsx";
import { useAct } from "../portal/use-act.ts";
import { useMoney } from "../portal/use-money.ts";
import { PlaceLink } from "../url/place-link.tsx";
import { NewComment } from "./new-comment.tsx";
import { Timeline } from "./timeline.tsx";

type Props = { cardKey: string; actor: Person; people: Person[]; onClose: () => void };

/** One record of the CRM with all that belongs to it. */
export function CrmDrawer({ cardKey, actor, people, onClose }: Props) {
  const t = useTranslations();
  const { api } = usePortal();
  const card = useLive(
    cardKey,
    () => api.card(cardKey),
    (news) => news.type === "portal" && news.event.startsWith("ONCRM"),
  );
  const { act, isBusy } = useAct(actor);
  const { data } = card;

  async function change(method: string, params: Record<string, unknown>): Promise<boolean> {
    const isDone = await act(method, params);
    if (isDone) await card.reload();
    return isDone;
  }

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      side="right"
      title={data?.title ?? "…"}
      text={data && t("crm.numbered", { kind: t(`crm.kind.${data.kind}`), id: String(data.id) })}
      closeLabel={t("app.close")}
    >
      <LoadProblem of={card} title={t("problem.load")} />
      {!data && card.error === null && <Skeleton className="h-48" />}
      {data && (
        <div className="flex flex-col gap-4">
          {data.stages.length > 0 && (
            <Select
              label={t("crm.stage")}
              value={data.stageId ?? ""}
              options={data.stages.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(stageId) =>
                void change("crm.item.update", { entityTypeId: data.entityTypeId, id: data.id, fields: { stageId } })
              }
            />
          )}
          <CardFacts card={data} people={people} />
          <Chats card={data} />
          <Section title={t("crm.timeline")}>
            <NewComment
              isBusy={isBusy}
              onAdd={(text) =>
                change("crm.timeline.comment.add", {
                  fields: { ENTITY_ID: data.id, ENTITY_TYPE: data.kind, COMMENT: text },
                })
              }
            />
            <Timeline entries={data.timeline} people={people} />
          </Section>
        </div>
      )}
    </Dialog>
  );
}

function CardFacts({ card, people }: { card: CrmCard; people: Person[] }) {
  const t = useTranslations("crm");
  const money = useMoney();
  const moment = useMoment();
  return (
    <Facts>
      <Fact name={t("sum")}>{card.opportunity ? money(card.opportunity, card.currencyId) : ""}</Fact>
      {card.fields.map(({ typeId, value }, index) => (
        <Fact key={index} name={isNamed(typeId) ? t(`field.${typeId}`) : typeId}>
          {value}
        </Fact>
      ))}
      {card.related.length > 0 && (
        <Fact name={t("related")}>
          <ul className="flex flex-col gap-1">
            {card.related.map(({ key, title }) => (
              <li key={key}>
                <PlaceLink to={{ item: key }} className="text-accent underline underline-offset-2">
                  {title}
                </PlaceLink>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact name={t("products")}>
        {card.products.length > 0 && (
          <ul className="flex flex-col gap-0.5">
            {card.products.map(({ id, productName, price, quantity }) => (
              <li key={id} className="flex gap-2">
                <span className="min-w-0 flex-1">{productName}</span>
                <span className="shrink-0 tabular-nums">
                  {quantity} × {money(price, card.currencyId)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact name={t("assigned")}>
        <PersonName id={card.assignedById} people={people} />
      </Fact>
      <Fact name={t("source")}>{card.sourceId}</Fact>
      <Fact name={t("origin")}>{card.origin && <code className="font-mono text-sm">{card.origin}</code>}</Fact>
      <Fact name={t("comments")}>{card.comments?.replaceAll(/<[^>]*>/gu, "")}</Fact>
      {card.userFields.map(({ name, value }) => (
        <Fact key={name} name={name}>
          {value}
        </Fact>
      ))}
      <Fact name={t("created")}>{moment.dateAndTime(card.createdTime)}</Fact>
      <Fact name={t("updated")}>{moment.dateAndTime(card.updatedTime)}</Fact>
    </Facts>
  );
}

const FIELDS = ["PHONE", "EMAIL", "WEB", "IM", "LINK"] as const;

function isNamed(typeId: string): typeId is (typeof FIELDS)[number] {
  return (FIELDS as readonly string[]).includes(typeId);
}

function Chats({ card }: { card: CrmCard }) {
  return card.chats.map(({ dialogId, title }) => (
    <PlaceLink
      key={dialogId}
      to={{ page: "chat", dialogId, item: null }}
      className="flex items-center gap-2 rounded-md border border-line px-3 py-2 font-medium text-accent hover:border-line-strong"
    >
      <MessagesSquare aria-hidden className="size-4" />
      {title}
    </PlaceLink>
  ));
}
