import { Select, type SelectProps } from "@botdeck/ui";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

type Props = Required<Pick<SelectProps<string>, "trigger">> & { portals: { id: string; domain: string }[] };

/** Chooses whose conversations to show. */
export function PortalSelect({ trigger, portals }: Props) {
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
  return <Select trigger={trigger} value={portal ?? ""} options={options} onChange={choose} />;
}
