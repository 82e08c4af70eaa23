import { Menu, MenuItem, type MenuProps, MenuSeparator } from "@botdeck/ui";
import { Link } from "@tanstack/react-router";
import { Keyboard, LogOut, UserRoundCog } from "lucide-react";
import { useTranslations } from "use-intl";

import { signOut } from "../session/sign-out.ts";

type Props = Pick<MenuProps, "trigger" | "align" | "side"> & { onShowShortcuts: () => void };

/** What the account's button opens. */
export function AccountItems({ onShowShortcuts, ...menu }: Props) {
  const t = useTranslations("shell");
  return (
    <Menu {...menu}>
      <MenuItem render={<Link to="/access" />}>
        <UserRoundCog aria-hidden />
        {t("profile")}
      </MenuItem>
      <MenuItem onClick={onShowShortcuts}>
        <Keyboard aria-hidden />
        {t("shortcuts")}
      </MenuItem>
      <MenuSeparator />
      <MenuItem onClick={() => void signOut()}>
        <LogOut aria-hidden />
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
