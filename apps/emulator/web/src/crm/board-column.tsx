import { Card, cn, IconButton, Menu, MenuChoice } from "@botdeck/ui";
import { ArrowRightLeft } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { BoardCard, Stage } from "../api/portal-types.ts";
import type { Person } from "../api/types.ts";
import { hexColor } from "../attach/color.ts";
import { useMoment } from "../chat/use-moment.ts";
import { PersonName } from "../portal/person-name.tsx";
import { useMoney } from "../portal/use-money.ts";
import { PlaceLink } from "../url/place-link.tsx";

/** A type of our own: other things dragged over the board are not cards. */
const DRAGGED = "application/x-botdeck-card";

type Props = {
  stage: Stage;
  cards: BoardCard[];
  stages: Stage[];
  people: Person[];
  onDrop: (key: string) => void;
  onMove: (card: BoardCard, stageId: string) => void;
};

export function BoardColumn({ stage, cards, stages, people, onDrop, onMove }: Props) {
  const money = useMoney();
  const [isOver, setOver] = useState(false);
  const sum = cards.reduce((total, { opportunity }) => total + (opportunity ?? 0), 0);
  const currency = cards.find(({ currencyId }) => currencyId)?.currencyId ?? null;
  return (
    <section
      aria-label={stage.name}
      data-stage-id={stage.id}
      className={cn(
        "flex max-w-80 min-w-56 flex-1 shrink-0 snap-start flex-col rounded-lg bg-sunken max-md:w-[80vw] max-md:flex-none",
        isOver && "outline-2 outline-accent outline-dashed",
      )}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer.getData(DRAGGED));
      }}
    >
      <header
        className="rounded-t-lg border-t-4 px-3 pt-2 pb-1.5"
        style={{ borderTopColor: hexColor(stage.color) ?? "var(--color-line-strong)" }}
      >
        <h2 className="flex items-baseline gap-2 font-semibold">
          <span className="min-w-0 flex-1 truncate">{stage.name}</span>
          <span className="text-sm font-normal text-ink-muted tabular-nums">{cards.length}</span>
        </h2>
        <p className="h-4.5 text-sm text-ink-muted tabular-nums">{sum > 0 && money(sum, currency)}</p>
      </header>
      <ul className="relative flex min-h-16 flex-1 flex-col gap-2 overflow-y-auto p-2 pt-0.5">
        {cards.map((card) => (
          <li key={card.key}>
            <CardView card={card} stages={stages} people={people} onMove={(stageId) => onMove(card, stageId)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type CardProps = { card: BoardCard; stages: Stage[]; people: Person[]; onMove: (stageId: string) => void };

function CardView({ card, stages, people, onMove }: CardProps) {
  const t = useTranslations("crm");
  const money = useMoney();
  const moment = useMoment();
  return (
    <Card
      draggable
      className="flex cursor-grab flex-col gap-1.5 p-3 hover:border-line-strong active:cursor-grabbing"
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, card.key)}
    >
      <div className="flex items-start gap-1">
        <PlaceLink
          to={{ item: card.key }}
          draggable={false}
          className="min-w-0 flex-1 font-medium wrap-anywhere hover:text-accent"
        >
          {card.title}
        </PlaceLink>
        <Menu
          align="end"
          trigger={
            <IconButton
              size="sm"
              className="-mt-1 -mr-1.5"
              label={t("moveCard", { title: card.title })}
              icon={<ArrowRightLeft aria-hidden />}
            />
          }
        >
          <MenuChoice
            label={t("stage")}
            value={card.stageId ?? ""}
            options={stages.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={onMove}
          />
        </Menu>
      </div>
      {card.opportunity !== null && card.opportunity > 0 && (
        <p className="text-lg font-semibold tabular-nums">{money(card.opportunity, card.currencyId)}</p>
      )}
      {card.client && <p className="truncate text-sm text-ink-muted">{card.client}</p>}
      <p className="flex items-center gap-2 text-xs text-ink-muted">
        <span className="min-w-0 flex-1">
          <PersonName id={card.assignedById} people={people} />
        </span>
        <time dateTime={card.updatedTime} className="shrink-0 tabular-nums">
          {moment.short(card.updatedTime)}
        </time>
      </p>
    </Card>
  );
}
