import { useFormatter, useTranslations } from "use-intl";

import type { Understood } from "./understood.ts";

type Entity = Understood["entities"][number];

/** What a message names, as people write it in their language. */
export function useEntityText(): (entity: Entity) => string {
  const t = useTranslations("understood");
  const format = useFormatter();
  // A calendar day is the same day in every time zone.
  const day = (date: string) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
  return (entity) => {
    switch (entity.kind) {
      case "date":
        return entity.orElse === null
          ? day(entity.date)
          : t("orElse", { date: day(entity.date), other: day(entity.orElse) });
      case "range":
        return `${day(entity.from)} – ${day(entity.to)}`;
      case "money":
        return entity.currency === null
          ? format.number(entity.amount)
          : format.number(entity.amount, { style: "currency", currency: entity.currency, maximumFractionDigits: 2 });
      case "phone":
      case "orderNumber":
      case "name":
        return entity.text;
    }
  };
}
