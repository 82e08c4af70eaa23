import { LanguageMenu } from "../../components/language-menu.tsx";
import { ThemeMenu } from "../../components/theme-menu.tsx";
import { AccountMenu } from "./account-menu.tsx";

type Props = { onShowShortcuts: () => void; isSmall?: boolean };

/** What each person sets for themselves: language, look, account. */
export function OwnMenus({ onShowShortcuts, isSmall = false }: Props) {
  if (isSmall) {
    return (
      <>
        <LanguageMenu />
        <ThemeMenu />
        <AccountMenu isSmall onShowShortcuts={onShowShortcuts} />
      </>
    );
  }
  return (
    <>
      <AccountMenu onShowShortcuts={onShowShortcuts} />
      <LanguageMenu side="top" />
      <ThemeMenu side="top" />
    </>
  );
}
