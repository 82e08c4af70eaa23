import { Select } from "@botdeck/ui";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

/** Chooses whose conversations to show. */
export function PortalSelect({ portals }: { portals: { id: string; domain: string }[] }) {
  const t = useTranslations("shell");
  const navigate = useNavigate();
  const { queue = "all", portal } = useSearch({ strict: false });
  const options = [
    { value: "", label: t("allPortals") },
    ...portals.map(({ id, domain }) => ({ value: id, label: domain })),
  ];
  const choose = (value: string) => {
    void navigate({ to: "/conversations", search: { queue, portal: value === "" ? undefined : value } });
  };
  return <Select label={t("portal")} value={portal ?? ""} options={options} onChange={choose} />;
}
