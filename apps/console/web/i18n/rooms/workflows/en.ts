const workflows = {
  title: "Workflows",
};

export const messages = { workflows };
