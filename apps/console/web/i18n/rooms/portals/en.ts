const portals = {
  title: "Portals and bots",
};

export const messages = { portals };
