/** How a page is looked at. */
export type Look = {
  name: string;
  theme: "light" | "dark";
  language: "en" | "ru";
  width: number;
  height: number;
};

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

export const looksOf = (language: Look["language"]): Look[] =>
  (["light", "dark"] as const).flatMap((theme) =>
    (["desktop", "phone"] as const).map((size) => ({
      name: `${language}-${size}-${theme}`,
      theme,
      language,
      ...SIZES[size],
    })),
  );
