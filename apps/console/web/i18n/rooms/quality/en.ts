const quality = {
  title: "Quality",
};

export const messages = { quality };
