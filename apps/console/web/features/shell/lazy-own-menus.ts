import { lazy } from "react";

// Menus are a good part of the first load, and nobody opens one before the list is there.
export const LazyOwnMenus = lazy(() => import("./own-menus.tsx").then((module) => ({ default: module.OwnMenus })));
